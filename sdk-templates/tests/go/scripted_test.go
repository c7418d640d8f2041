package a3dav

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// scripted is a server that answers request n with step n, and the last step ever after.
type scripted struct {
	*httptest.Server
	mutex sync.Mutex
	steps []http.HandlerFunc
	seen  []arrived
}

type arrived struct {
	method string
	target string
	header http.Header
	body   string
}

func script(t *testing.T, steps ...http.HandlerFunc) *scripted {
	t.Helper()
	made := &scripted{steps: steps}
	made.Server = httptest.NewServer(made)
	t.Cleanup(made.Close)
	return made
}

func (s *scripted) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	s.mutex.Lock()
	s.seen = append(s.seen, arrived{r.Method, r.URL.RequestURI(), r.Header.Clone(), string(body)})
	step := s.steps[min(len(s.seen), len(s.steps))-1]
	s.mutex.Unlock()
	step(w, r)
}

func (s *scripted) count() int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return len(s.seen)
}

// says answers with a status, headers as `Name: value`, and behind them a body.
func says(status int, lines ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		body := ""
		for _, line := range lines {
			if name, value, is := strings.Cut(line, ": "); is && !strings.ContainsAny(name, " {<\"") && !strings.Contains(value, "\n") {
				w.Header().Set(name, value)
			} else {
				body += line
			}
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// cut promises more than it sends.
func cut(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "100")
	_, _ = io.WriteString(w, `{"name": "a`)
	w.(http.Flusher).Flush()
	panic(http.ErrAbortHandler)
}

// hangUp answers nothing.
func hangUp(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// ticking is a clock that only sleeping advances.
type ticking struct {
	mutex  sync.Mutex
	now    time.Time
	sleeps []time.Duration
}

func newTicking() *ticking { return &ticking{now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)} }

func (c *ticking) Now() time.Time {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.now
}

func (c *ticking) Sleep(ctx context.Context, duration time.Duration) error {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.sleeps = append(c.sleeps, duration)
	c.now = c.now.Add(duration)
	return ctx.Err()
}

type half struct{}

func (half) Float64() float64 { return 0.5 }

// client is a core against a script, and its clock.
func client(t *testing.T, server *scripted, options ...Option) (*core, *ticking) {
	t.Helper()
	clock := newTicking()
	all := append([]Option{WithClock(clock), WithRandom(half{}), WithToken("good")}, options...)
	settings, err := settingsFor(server.URL, all)
	if err != nil {
		t.Fatal(err)
	}
	return &core{settings}, clock
}

type named struct {
	Name  string         `json:"name,required"`
	Extra map[string]any `json:"-"`
}

func (m named) MarshalJSON() ([]byte, error)     { return marshalModel(&m) }
func (m *named) UnmarshalJSON(data []byte) error { return unmarshalModel(data, m) }

func ask(c *core, method string, class retryClass, options ...CallOption) (*named, error) {
	r := newRequest("things.get", method, "/things", class).accept("application/json")
	if method != http.MethodGet {
		r.setJSON(named{Name: "sent"}, "application/json")
	}
	return fetch[*named](context.Background(), c, r, options)
}

func failure(t *testing.T, err error) *Error {
	t.Helper()
	var found *Error
	if !errors.As(err, &found) {
		t.Fatalf("wanted an *Error, got %v", err)
	}
	return found
}

func equal[T comparable](t *testing.T, got, wanted T) {
	t.Helper()
	if got != wanted {
		t.Errorf("got %v, wanted %v", got, wanted)
	}
}
