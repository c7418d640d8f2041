package a3dav

import (
	"encoding/json"
	"mime"
	"net/http"
	"strings"
)

// ProblemDetails is a problem of RFC 9457.
type ProblemDetails struct {
	Type     string
	Title    string
	Status   int
	Detail   string
	Instance string
	// Extensions are the other members, as they came.
	Extensions map[string]json.RawMessage
}

// readProblem is nil when the text is none. A member of another type than RFC 9457 §3.1 says is ignored.
func readProblem(body []byte) *ProblemDetails {
	var given map[string]json.RawMessage
	if json.Unmarshal(body, &given) != nil || given == nil {
		return nil
	}
	problem := &ProblemDetails{Type: "about:blank", Extensions: given}
	take := func(name string, target any) {
		if raw, there := given[name]; there && json.Unmarshal(raw, target) == nil {
			delete(given, name)
		}
	}
	take("type", &problem.Type)
	take("title", &problem.Title)
	take("status", &problem.Status)
	take("detail", &problem.Detail)
	take("instance", &problem.Instance)
	return problem
}

// describe adds to an error what the body of the answer says.
func (e *Error) describe() {
	media, _, _ := mime.ParseMediaType(e.Header.Get("Content-Type"))
	switch {
	case media == "application/problem+json":
		e.Problem = readProblem(e.Body)
	case media == "application/xml" || media == "text/xml":
		e.Conditions = readConditions(e.Body)
	}
	if e.Problem == nil {
		return
	}
	var condition string
	if json.Unmarshal(e.Problem.Extensions["condition"], &condition) == nil {
		if name, ok := readName(condition); ok {
			e.Conditions = []Condition{Condition(name)}
		}
	}
}

func requestID(header http.Header) string {
	return strings.TrimSpace(header.Get("X-Request-Id"))
}
