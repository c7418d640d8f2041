package a3dav

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"time"
)

// StreamEvent is one of a stream of server-sent events.
type StreamEvent[T any] struct {
	// ID is what a later call gives as Last-Event-ID to go on behind this event.
	ID   string
	Type string
	Data T
	// Unknown is JSON that is no T, as an event of another type has it; Data is then its zero value.
	Unknown json.RawMessage
}

// follow is a stream that goes on: behind an end or a failure it connects again and asks for what came since.
func follow[T any](ctx context.Context, c *core, r *request, options []CallOption) iter.Seq2[StreamEvent[T], error] {
	return func(yield func(StreamEvent[T], error) bool) {
		own := append([]CallOption{CallRetries(0)}, options...)
		s := &follower{core: c, request: r, options: own, call: c.settings.call(options), last: r.header.Get("Last-Event-ID")}
		for {
			err := followOnce(ctx, s, yield)
			if err == errFull || err == errStopped {
				return
			}
			if err = s.rest(ctx, err); err != nil {
				yield(StreamEvent[T]{}, err)
				return
			}
		}
	}
}

var (
	errFull    = errors.New("the caller has enough")
	errStopped = errors.New("the server has no more")
)

// follower is what outlives a connection of a stream.
type follower struct {
	core     *core
	request  *request
	options  []CallOption
	call     *call
	last     string
	retry    time.Duration
	failures int
}

func followOnce[T any](ctx context.Context, s *follower, yield func(StreamEvent[T], error) bool) error {
	frames, closer, err := s.connect(ctx)
	if err != nil {
		return err
	}
	defer closer()
	for {
		frame, err := frames.next()
		s.last, s.retry = frames.id, frames.retry
		if err != nil {
			return err
		}
		s.failures = 0
		made, err := readEvent[T](frame)
		if err != nil {
			return &Error{Code: ErrStream, Method: s.request.method, Attempts: 1, cause: err}
		}
		if !yield(made, nil) {
			return errFull
		}
	}
}

func readEvent[T any](frame frame) (StreamEvent[T], error) {
	made := StreamEvent[T]{ID: frame.id, Type: frame.kind}
	data := []byte(frame.data)
	err := decodeJSON(data, &made.Data)
	if err != nil && json.Valid(data) {
		var none T
		made.Data, made.Unknown, err = none, data, nil
	}
	return made, err
}

func (s *follower) connect(ctx context.Context) (*frames, func() error, error) {
	asked := s.request.copy()
	asked.open = true
	asked.header.Del("Last-Event-ID")
	if s.last != "" {
		asked.header.Set("Last-Event-ID", s.last)
	}
	got, err := s.core.do(ctx, asked, s.options)
	if err != nil {
		return nil, nil, err
	}
	if got.status == http.StatusNoContent {
		got.open.Close()
		return nil, nil, errStopped
	}
	if !isMedia(got.header, "text/event-stream") {
		got.open.Close()
		return nil, nil, &Error{
			Code: ErrStream, Header: got.header, Method: asked.method, URL: redacted(got.url), Attempts: 1,
			Reason: fmt.Sprintf("the answer is %q and no stream of events", got.header.Get("Content-Type")),
		}
	}
	frames := newFrames(got.open, s.call.largest)
	frames.id, frames.heard, frames.retry = s.last, s.last, s.retry
	return frames, got.open.Close, nil
}

// rest waits before the next connection, or returns why there is none.
func (s *follower) rest(ctx context.Context, err error) error {
	var failure *Error
	if errors.As(err, &failure) && !failure.isPassing(ctx) {
		return failure
	}
	if errors.Is(err, errLargeEvent) {
		return &Error{Code: ErrStream, Method: s.request.method, Attempts: 1, cause: err}
	}
	s.failures++
	first := firstDelay
	if s.retry > 0 {
		first = s.retry
	}
	pause, asked := time.Duration(0), false
	if failure != nil {
		pause, asked = retryAfter(failure.Header, s.call.clock.Now())
	}
	if !asked {
		pause = delay(s.failures, first, s.call.random)
	}
	if err := s.call.clock.Sleep(ctx, pause); err != nil {
		return &Error{Code: ErrCancelled, Method: s.request.method, Attempts: 1, cause: err}
	}
	return nil
}

// isPassing tells whether a stream goes on behind this: silence between two pieces is no reason to stop listening.
func (e *Error) isPassing(ctx context.Context) bool {
	return ctx.Err() == nil && (e.mayPass() || e.Code == ErrTimeout)
}

// lines reads a stream of JSON, a value on each line.
func lines[T any](ctx context.Context, c *core, r *request, options []CallOption) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		asked := r.copy()
		asked.open = true
		got, err := c.do(ctx, asked, options)
		if err != nil {
			yield(none, err)
			return
		}
		defer got.open.Close()
		source := bufio.NewReader(got.open)
		for {
			line, err := nextLine(source, c.settings.largest)
			if err == io.EOF {
				return
			}
			value := none
			if err == nil {
				if err = decodeJSON(line, &value); err != nil {
					err = undecodable(asked, got, err)
				}
			}
			if !yield(value, err) || err != nil {
				return
			}
		}
	}
}

// nextLine is the next one that is not blank.
func nextLine(source *bufio.Reader, most int64) ([]byte, error) {
	var line []byte
	for {
		piece, err := source.ReadSlice('\n')
		line = append(line, piece...)
		if int64(len(line)) > most {
			return nil, &Error{Code: ErrDecode, Reason: "a line is larger than WithLargestBody allows", Attempts: 1}
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case len(bytes.TrimSpace(line)) > 0 && (err == nil || err == io.EOF):
			return bytes.TrimSpace(line), nil
		case err != nil:
			return nil, err
		}
		line = line[:0]
	}
}
