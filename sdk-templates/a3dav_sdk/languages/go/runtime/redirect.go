package a3dav

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
)

const mostRedirects = 5

// follow sends a request to where it leads. Credentials go to the origin of the client and to no other.
func (h *hop) follow(ctx context.Context, r *request) (*answer, error) {
	for {
		got, err := h.send(ctx, r)
		if err != nil || !redirects(got.status) {
			return got, err
		}
		got.open.Close()
		if err := h.move(got, r); err != nil {
			return got, err
		}
	}
}

func redirects(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// sameOrigin compares scheme, host and port (RFC 6454 §5).
func sameOrigin(a, b *url.URL) bool {
	return a.Scheme == b.Scheme && strings.EqualFold(a.Hostname(), b.Hostname()) && portOf(a) == portOf(b)
}

func portOf(address *url.URL) string {
	if port := address.Port(); port != "" {
		return port
	}
	return map[string]string{"http": "80", "https": "443"}[address.Scheme]
}

// hop is where a request stands on its way through redirects, which it goes but once for all attempts.
type hop struct {
	call    *call
	method  string
	url     *url.URL
	home    bool
	count   int
	renewed bool
}

func (c *call) hop(r *request) (*hop, error) {
	address, err := r.url(c.base)
	if err != nil {
		return nil, misused("the address of %s: %v", r.operation, err)
	}
	return &hop{call: c, method: r.method, url: address, home: sameOrigin(address, c.base) && !r.quiet}, nil
}

func (h *hop) send(ctx context.Context, r *request) (*answer, error) {
	refused := ""
	for {
		sent, token, err := h.request(ctx, r, refused)
		if err != nil {
			return nil, err
		}
		got, err := h.call.transport.RoundTrip(sent)
		if err != nil {
			return nil, err
		}
		if got.StatusCode == http.StatusUnauthorized && token != "" && token != refused && !h.renewed && r.body.again() {
			got.Body.Close()
			refused, h.renewed = token, true
			continue
		}
		return &answer{status: got.StatusCode, header: got.Header, open: got.Body, url: h.url}, nil
	}
}

func (h *hop) request(ctx context.Context, r *request, refused string) (*http.Request, string, error) {
	sent, err := http.NewRequestWithContext(ctx, h.method, h.url.String(), nil)
	if err != nil {
		return nil, "", err
	}
	sent.Header = r.header.Clone()
	if h.method == r.method {
		if err := r.body.attach(sent); err != nil {
			return nil, "", err
		}
	} else {
		sent.Header.Del("Content-Type")
	}
	token, err := h.authorize(ctx, sent.Header, refused)
	return sent, token, err
}

func (h *hop) authorize(ctx context.Context, header http.Header, refused string) (string, error) {
	if !h.home {
		for _, name := range []string{"Authorization", "Cookie", "Proxy-Authorization", "Idempotency-Key"} {
			header.Del(name)
		}
		return "", nil
	}
	if h.call.credentials == nil || header.Get("Authorization") != "" {
		return "", nil
	}
	value, token, err := h.call.credentials.authorization(ctx, refused)
	if err != nil {
		return "", noToken(err)
	}
	header.Set("Authorization", value)
	return token, nil
}

// noToken keeps an Error of the source, and says of any other error what it prevented.
func noToken(err error) error {
	var known *Error
	if errors.As(err, &known) {
		return err
	}
	return &Error{Code: ErrUnauthorized, Reason: "the token source gave no token: " + err.Error(), cause: err}
}

// move goes where the answer points, or says why not.
func (h *hop) move(got *answer, r *request) error {
	target, err := h.url.Parse(got.header.Get("Location"))
	if err != nil || got.header.Get("Location") == "" || (target.Scheme != "http" && target.Scheme != "https") {
		return h.refuse(got, "a redirect to nowhere")
	}
	target.User, target.Fragment = nil, ""
	if h.count++; h.count > mostRedirects {
		return h.refuse(got, "more redirects than are followed")
	}
	if r.class != safe {
		return h.refuse(got, "only requests that change nothing follow a redirect, and this one leads to "+redacted(target))
	}
	if got.status == http.StatusSeeOther && h.method != http.MethodHead {
		h.method = http.MethodGet
	}
	if !sameOrigin(target, h.url) && h.method != http.MethodGet && h.method != http.MethodHead {
		return h.refuse(got, "only GET and HEAD follow a redirect to another origin, and this one leads to "+redacted(target))
	}
	if h.url.Scheme == "https" && target.Scheme == "http" {
		return h.refuse(got, "a redirect to where everybody can listen")
	}
	h.home = h.home && sameOrigin(target, h.call.base)
	h.url = target
	return nil
}

func (h *hop) refuse(got *answer, reason string) *Error {
	return &Error{Code: ErrRedirect, Status: got.status, Header: got.header, Reason: reason, URL: redacted(h.url)}
}
