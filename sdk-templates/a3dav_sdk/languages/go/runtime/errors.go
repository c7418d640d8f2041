package a3dav

import (
	"fmt"
	"net/http"
	"strings"
)

// ErrorCode says in one word what went wrong. Each is an error for errors.Is:
//
//	if errors.Is(err, a3dav.ErrNotFound) { … }
type ErrorCode string

// The codes of answers, one for each status that says something of its own.
const (
	ErrNotModified          ErrorCode = "not_modified"
	ErrBadRequest           ErrorCode = "bad_request"
	ErrUnauthorized         ErrorCode = "unauthorized"
	ErrForbidden            ErrorCode = "forbidden"
	ErrNotFound             ErrorCode = "not_found"
	ErrMethodNotAllowed     ErrorCode = "method_not_allowed"
	ErrNotAcceptable        ErrorCode = "not_acceptable"
	ErrConflict             ErrorCode = "conflict"
	ErrGone                 ErrorCode = "gone"
	ErrPreconditionFailed   ErrorCode = "precondition_failed"
	ErrContentTooLarge      ErrorCode = "content_too_large"
	ErrUnsupportedMediaType ErrorCode = "unsupported_media_type"
	ErrUnprocessable        ErrorCode = "unprocessable"
	ErrLocked               ErrorCode = "locked"
	ErrFailedDependency     ErrorCode = "failed_dependency"
	ErrPreconditionRequired ErrorCode = "precondition_required"
	ErrRateLimited          ErrorCode = "rate_limited"
	ErrServer               ErrorCode = "server_error"
	ErrBadGateway           ErrorCode = "bad_gateway"
	ErrUnavailable          ErrorCode = "unavailable"
	ErrGatewayTimeout       ErrorCode = "gateway_timeout"
	ErrInsufficientStorage  ErrorCode = "insufficient_storage"
	ErrClient               ErrorCode = "client_error"
)

// The codes of what goes wrong beside the answers.
const (
	ErrConnection       ErrorCode = "connection"
	ErrTimeout          ErrorCode = "timeout"
	ErrCancelled        ErrorCode = "cancelled"
	ErrDecode           ErrorCode = "decode"
	ErrRedirect         ErrorCode = "redirect"
	ErrGraphQL          ErrorCode = "graphql"
	ErrWebhookSignature ErrorCode = "webhook_signature"
	ErrStream           ErrorCode = "stream"
	// ErrConfiguration is a call or a client that was set up wrongly; nothing was sent.
	ErrConfiguration ErrorCode = "configuration"
)

func (c ErrorCode) Error() string { return strings.ReplaceAll(string(c), "_", " ") }

var codes = map[int]ErrorCode{
	http.StatusNotModified:           ErrNotModified,
	http.StatusBadRequest:            ErrBadRequest,
	http.StatusUnauthorized:          ErrUnauthorized,
	http.StatusForbidden:             ErrForbidden,
	http.StatusNotFound:              ErrNotFound,
	http.StatusMethodNotAllowed:      ErrMethodNotAllowed,
	http.StatusNotAcceptable:         ErrNotAcceptable,
	http.StatusConflict:              ErrConflict,
	http.StatusGone:                  ErrGone,
	http.StatusPreconditionFailed:    ErrPreconditionFailed,
	http.StatusRequestEntityTooLarge: ErrContentTooLarge,
	http.StatusUnsupportedMediaType:  ErrUnsupportedMediaType,
	http.StatusUnprocessableEntity:   ErrUnprocessable,
	http.StatusLocked:                ErrLocked,
	http.StatusFailedDependency:      ErrFailedDependency,
	http.StatusPreconditionRequired:  ErrPreconditionRequired,
	http.StatusTooManyRequests:       ErrRateLimited,
	http.StatusInternalServerError:   ErrServer,
	http.StatusBadGateway:            ErrBadGateway,
	http.StatusServiceUnavailable:    ErrUnavailable,
	http.StatusGatewayTimeout:        ErrGatewayTimeout,
	http.StatusInsufficientStorage:   ErrInsufficientStorage,
}

func codeOf(status int) ErrorCode {
	if code, known := codes[status]; known {
		return code
	}
	switch {
	case status >= 500:
		return ErrServer
	case status >= 400:
		return ErrClient
	}
	return ErrRedirect
}

// ProblemType is the type of a problem of RFC 9457, as an error for errors.Is.
type ProblemType string

func (t ProblemType) Error() string { return string(t) }

// Condition is a precondition or postcondition that a DAV:error names, as an error for errors.Is.
type Condition XMLName

func (c Condition) Error() string { return XMLName(c).String() }

// Error is every error that comes from a call; errors.As finds it.
type Error struct {
	Code ErrorCode
	// Status is 0 when there was no answer.
	Status int
	// Problem is what the answer says of itself, when it is a problem of RFC 9457.
	Problem *ProblemDetails
	// Conditions are the elements of a DAV:error.
	Conditions []Condition
	// GraphQL are the errors of a GraphQL answer.
	GraphQL []GraphQLError
	Header  http.Header
	// Body holds at most the first 64 KiB of the answer.
	Body      []byte
	RequestID string
	Attempts  int
	Method    string
	// URL has neither userinfo nor secrets.
	URL string
	// Reason is a sentence about what is not an answer.
	Reason string
	cause  error
}

func (e *Error) Error() string {
	text := "a3dav: "
	if e.Method != "" {
		text += e.Method + " " + e.URL + ": "
	}
	if e.Status != 0 {
		text += fmt.Sprintf("%d ", e.Status)
	}
	text += e.Code.Error()
	if detail := e.detail(); detail != "" {
		text += ": " + detail
	}
	return text
}

func (e *Error) detail() string {
	switch {
	case e.Reason != "":
		return e.Reason
	case e.Problem != nil && e.Problem.Detail != "":
		return e.Problem.Detail
	case e.Problem != nil && e.Problem.Title != "":
		return e.Problem.Title
	case len(e.Conditions) > 0:
		return e.Conditions[0].Error()
	case len(e.GraphQL) > 0:
		return e.GraphQL[0].Message
	case e.cause != nil:
		return e.cause.Error()
	}
	return ""
}

// Is tells whether the error has this ErrorCode, ProblemType or Condition.
func (e *Error) Is(target error) bool {
	switch wanted := target.(type) {
	case ErrorCode:
		return e.Code == wanted
	case ProblemType:
		return e.Problem != nil && e.Problem.Type == string(wanted)
	case Condition:
		for _, condition := range e.Conditions {
			if condition == wanted {
				return true
			}
		}
	}
	return false
}

// Unwrap gives the cause: context.Canceled, the error of a connection, of a token source, …
func (e *Error) Unwrap() error { return e.cause }

// Decode reads the body as the JSON a service documents for this status.
func (e *Error) Decode(target any) error { return decodeJSON(e.Body, target) }

// misused is an error of the caller's.
func misused(reason string, values ...any) *Error {
	return &Error{Code: ErrConfiguration, Reason: fmt.Sprintf(reason, values...)}
}
