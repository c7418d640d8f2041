// Runs scenarios with the public API of the Go SDK.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"reflect"
	"regexp"
	"strings"
	"time"

	a3dav "github.com/a3dav/a3dav-go"
)

type object = map[string]any

// clock moves by sleeps alone, and notes them.
type clock struct {
	now   time.Time
	slept []float64
}

func (c *clock) Now() time.Time { return c.now }

func (c *clock) Sleep(ctx context.Context, duration time.Duration) error {
	c.slept = append(c.slept, math.Round(duration.Seconds()*1000)/1000)
	c.now = c.now.Add(duration)
	return ctx.Err()
}

type half struct{}

func (half) Float64() float64 { return 0.5 }

type step struct {
	Do   string            `json:"do"`
	With json.RawMessage   `json:"with"`
	Save map[string]string `json:"save"`
	Take *int              `json:"take"`
}

type scenario struct {
	Client struct {
		Token          *string
		User, Password string
		Provider       []string
		Retries        *int
		Timeout        *float64
		OAuth          *struct {
			Token        string
			ExpiresIn    int    `json:"expires_in"`
			RefreshToken string `json:"refresh_token"`
			TokenURL     string `json:"token_url"`
			ClientID     string `json:"client_id"`
		}
	}
	Steps []step
}

// run is one scenario.
type run struct {
	client *a3dav.Client
	clock  *clock
	saved  map[string]string
	items  []any
	take   int
}

func main() {
	for triples := os.Args[1:]; len(triples) >= 3; triples = triples[3:] {
		var told scenario
		text := must(os.ReadFile(triples[1]))
		check(json.Unmarshal(text, &told))
		check(os.WriteFile(triples[2], must(json.Marshal(newRun(triples[0], told).steps(told))), 0o600))
	}
}

func newRun(url string, told scenario) *run {
	clock := &clock{now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	options := []a3dav.Option{a3dav.WithClock(clock), a3dav.WithRandom(half{})}
	switch who := told.Client; {
	case who.User != "":
		options = append(options, a3dav.WithBasicAuth(who.User, who.Password))
	case who.Provider != nil:
		options = append(options, a3dav.WithTokenProvider(func(context.Context) (string, error) {
			next := who.Provider[0]
			who.Provider = who.Provider[1:]
			return next, nil
		}))
	case who.OAuth != nil:
		server := &a3dav.OAuth2{TokenURL: who.OAuth.TokenURL, ClientID: who.OAuth.ClientID, Clock: clock}
		if strings.HasPrefix(server.TokenURL, "/") {
			server.TokenURL = strings.TrimSuffix(url, "/") + server.TokenURL
		}
		expiry := clock.now.Add(time.Duration(who.OAuth.ExpiresIn) * time.Second)
		token := a3dav.OAuth2Token{AccessToken: who.OAuth.Token, RefreshToken: who.OAuth.RefreshToken, Expiry: expiry}
		options = append(options, a3dav.WithTokenSource(server.Source(token)))
	case who.Token != nil:
		options = append(options, a3dav.WithToken(*who.Token))
	}
	if told.Client.Retries != nil {
		options = append(options, a3dav.WithRetries(*told.Client.Retries))
	}
	if told.Client.Timeout != nil {
		options = append(options, a3dav.WithTimeout(time.Duration(*told.Client.Timeout*float64(time.Second))))
	}
	return &run{client: must(a3dav.New(url, options...)), clock: clock, saved: map[string]string{}}
}

func (r *run) steps(told scenario) []object {
	defer r.client.Close()
	found := []object{}
	for number, step := range told.Steps {
		before := len(r.clock.slept)
		r.items, r.take = nil, -1
		if step.Take != nil {
			r.take = *step.Take
		}
		result, err := r.step(step)
		if err != nil {
			result = nil
			if r.items != nil {
				result = r.items
			}
		}
		for name, pointer := range step.Save {
			r.saved[name] = fmt.Sprint(at(result, pointer))
		}
		sleeps := append([]float64{}, r.clock.slept[before:]...)
		found = append(found, object{"step": number, "result": result, "error": described(err), "sleeps": sleeps})
	}
	return found
}

func described(err error) any {
	var failure *a3dav.Error
	if err == nil {
		return nil
	}
	if !errors.As(err, &failure) {
		return object{"code": err.Error()}
	}
	told := object{"code": failure.Code, "status": nil, "problem_type": nil, "condition": nil, "attempts": max(1, failure.Attempts)}
	if failure.Status != 0 {
		told["status"] = failure.Status
	}
	if failure.Problem != nil && failure.Problem.Type != "about:blank" {
		told["problem_type"] = failure.Problem.Type
	}
	if len(failure.Conditions) > 0 {
		told["condition"] = failure.Conditions[0].Error()
	}
	if failure.Code == a3dav.ErrWebhookSignature {
		told["attempts"] = nil
	}
	return told
}

var reference = regexp.MustCompile(`\$\{(\w+)\}`)

func (r *run) step(step step) (any, error) {
	text := reference.ReplaceAllStringFunc(string(step.With), func(found string) string {
		quoted := string(must(json.Marshal(r.saved[found[2:len(found)-1]])))
		return quoted[1 : len(quoted)-1]
	})
	given := read(text)
	service, name, _ := strings.Cut(step.Do, ".")
	switch service {
	case "dav":
		return r.dav(name, given.object())
	case "webhook":
		return verified(given.object())
	}
	return r.called(member(reflect.ValueOf(r.client), service), name, given)
}
