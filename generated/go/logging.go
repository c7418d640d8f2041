package a3dav

import (
	"context"
	"log/slog"
	"net/url"
	"regexp"
	"time"
)

// RequestLog is one attempt, without anything secret.
type RequestLog struct {
	Operation string
	Method    string
	URL       string
	// Status is 0 when there was no answer.
	Status   int
	Attempt  int
	Duration time.Duration
	Err      error
}

// WithLog calls a function after each attempt. It is called by the goroutine that made the call.
func WithLog(observe func(context.Context, RequestLog)) Option {
	return func(s *settings) { s.observe = observe }
}

// WithLogger writes each attempt to a logger: failures as warnings, all else for debugging.
func WithLogger(logger *slog.Logger) Option {
	return WithLog(func(ctx context.Context, log RequestLog) {
		level := slog.LevelDebug
		attributes := []slog.Attr{
			slog.String("operation", log.Operation), slog.String("method", log.Method), slog.String("url", log.URL),
			slog.Int("status", log.Status), slog.Int("attempt", log.Attempt), slog.Duration("duration", log.Duration),
		}
		if log.Err != nil {
			level = slog.LevelWarn
			attributes = append(attributes, slog.String("error", log.Err.Error()))
		}
		logger.LogAttrs(ctx, level, "a3dav request", attributes...)
	})
}

func (c *call) log(ctx context.Context, hop *hop, r *request, got *answer, failure *Error, number int, took time.Duration) {
	if c.observe == nil {
		return
	}
	log := RequestLog{Operation: r.operation, Method: r.method, URL: redacted(hop.url), Attempt: number, Duration: took}
	if got != nil {
		log.Status = got.status
	}
	if failure != nil {
		log.Err = failure
	}
	c.observe(ctx, log)
}

var secrets = regexp.MustCompile(`(?i)(^|&)(access_token|token|code|secret|password|signature|key)=[^&]*`)

// redacted is an address that can be shown: no userinfo, and no secret in its query.
func redacted(address *url.URL) string {
	shown := *address
	shown.User, shown.Fragment = nil, ""
	shown.RawQuery = secrets.ReplaceAllString(shown.RawQuery, "${1}${2}=…")
	return shown.String()
}
