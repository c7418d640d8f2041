package a3dav

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"time"
)

// core is what all services of a client share.
type core struct{ settings *settings }

// answer is a good one: its body is read, or open.
type answer struct {
	status int
	header http.Header
	body   []byte
	open   io.ReadCloser
	url    *url.URL

	attempts int
}

func (c *core) close() {
	if transport, can := c.settings.transport.(interface{ CloseIdleConnections() }); can {
		transport.CloseIdleConnections()
	}
}

// do sends a request until there is an answer, or no attempt is left. The error is always an *Error.
func (c *core) do(ctx context.Context, r *request, options []CallOption) (*answer, error) {
	call := c.settings.call(options)
	if err := r.failed; err != nil {
		return nil, misused("%s: %v", r.operation, err)
	}
	call.prepare(r)
	hop, err := call.hop(r)
	if err != nil {
		return nil, err
	}
	watch := newWatch(ctx, call.timeout)
	for attempt := 1; ; attempt++ {
		got, failure := call.attempt(watch, hop, r, attempt)
		if failure == nil {
			call.tell(got, attempt)
			return got, nil
		}
		wait, again := call.wait(failure, r, attempt)
		if !again {
			watch.stop()
			return nil, failure
		}
		if err := call.rest(watch, wait); err != nil {
			watch.stop()
			return nil, call.failure(watch, hop, r, attempt, err)
		}
	}
}

func (c *call) rest(ctx context.Context, wait time.Duration) error {
	if wait <= 0 {
		return nil
	}
	return c.clock.Sleep(ctx, wait)
}

func (c *call) prepare(r *request) {
	r.header.Set("User-Agent", c.userAgent)
	for name, values := range c.header {
		r.header[name] = values
	}
	if r.class != keyed || r.header.Get("Idempotency-Key") != "" {
		return
	}
	if c.key == "" {
		c.key = hexDigits(c.random, 32)
	}
	r.header.Set("Idempotency-Key", c.key)
}

func (c *call) tell(got *answer, attempts int) {
	got.attempts = attempts
	if c.told != nil {
		c.told(ResponseInfo{got.status, got.header, attempts})
	}
}

// attempt sends a request once: once more with another token, and once more for each redirect.
func (c *call) attempt(watch *watch, hop *hop, r *request, number int) (*answer, *Error) {
	began := time.Now()
	got, err := hop.follow(watch, r)
	if err == nil {
		err = c.judge(watch, hop, r, got)
	}
	var failure *Error
	if err != nil {
		failure = c.failure(watch, hop, r, number, err)
	} else if got.open == nil {
		watch.stop()
	}
	c.log(watch.caller, hop, r, got, failure, number, time.Since(began))
	return got, failure
}

// judge reads what is to be read, and makes an error of an answer that says so.
func (c *call) judge(watch *watch, hop *hop, r *request, got *answer) error {
	good := got.status >= 200 && got.status < 300
	if good && r.open {
		c.opened(watch, hop, r, got)
		return nil
	}
	most := c.largest
	if !good {
		most = mostOfError
	}
	content, more, err := readBounded(got.open, most)
	got.open.Close()
	got.body, got.open = content, nil
	switch {
	case err != nil:
		return err
	case good && more:
		return &Error{Code: ErrDecode, Reason: "the answer is larger than WithLargestBody allows"}
	case !good:
		return refusal(got)
	}
	return nil
}

func refusal(got *answer) *Error {
	made := &Error{Code: codeOf(got.status), Status: got.status, Header: got.header, Body: got.body}
	made.RequestID = requestID(got.header)
	made.describe()
	return made
}

const mostOfError = 64 << 10

func readBounded(source io.Reader, most int64) (content []byte, more bool, err error) {
	content, err = io.ReadAll(io.LimitReader(source, most+1))
	if int64(len(content)) > most {
		return content[:most], true, nil
	}
	return content, false, err
}

// failure says what went wrong with a request: an end that the caller made, one of time, or one of the network.
func (c *call) failure(watch *watch, hop *hop, r *request, attempt int, err error) *Error {
	var failure *Error
	if !errors.As(err, &failure) {
		failure = &Error{Code: ErrConnection, cause: err}
		switch ended := watch.caller.Err(); {
		case errors.Is(ended, context.Canceled):
			failure.Code, failure.cause = ErrCancelled, context.Cause(watch.caller)
		case ended != nil:
			failure.Code, failure.cause = ErrTimeout, context.Cause(watch.caller)
		case watch.expired():
			failure.Code, failure.cause = ErrTimeout, errSlow
		}
	}
	failure.Method, failure.URL, failure.Attempts = r.method, redacted(hop.url), attempt
	return failure
}

// watch ends an attempt that takes too long: as a whole, or from one piece of a stream to the next.
type watch struct {
	context.Context
	caller  context.Context
	cancel  context.CancelCauseFunc
	timer   *time.Timer
	timeout time.Duration
}

var errSlow = errors.New("no answer in time")

func newWatch(ctx context.Context, timeout time.Duration) *watch {
	watched, cancel := context.WithCancelCause(ctx)
	timer := time.AfterFunc(timeout, func() { cancel(errSlow) })
	return &watch{watched, ctx, cancel, timer, timeout}
}

func (w *watch) expired() bool { return context.Cause(w) == errSlow }

func (w *watch) again() { w.timer.Reset(w.timeout) }

// pause keeps the time that a reader takes for itself from counting.
func (w *watch) pause() { w.timer.Stop() }

func (w *watch) stop() {
	w.timer.Stop()
	w.cancel(context.Canceled)
}
