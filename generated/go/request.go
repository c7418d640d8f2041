package a3dav

import (
	"net/http"
	"net/url"
	"strings"
)

// request is what an operation asks, before a client sends it.
type request struct {
	operation string
	method    string
	path      string
	query     []string
	header    http.Header
	body      body
	class     retryClass
	// target is the whole address of a request that is not built from a path.
	target *url.URL
	// open leaves the body of a good answer to be read by the caller.
	open bool
	// optional takes an answer without a body for nothing.
	optional bool
	// quiet keeps the request from carrying the credentials of the client.
	quiet bool
	// failed is the first thing that could not be written.
	failed error
}

func newRequest(operation, method, path string, class retryClass) *request {
	return &request{operation: operation, method: method, path: path, class: class, header: http.Header{}}
}

// accept names the media types that are understood.
func (r *request) accept(media string) *request {
	r.header.Set("Accept", media)
	return r
}

func (r *request) fail(err error) {
	if r.failed == nil {
		r.failed = err
	}
}

// url is the address below a base.
func (r *request) url(base *url.URL) (*url.URL, error) {
	if r.target != nil {
		return r.target, nil
	}
	made, err := url.Parse(strings.TrimSuffix(base.String(), "/") + "/" + strings.TrimPrefix(r.path, "/"))
	if err != nil {
		return nil, err
	}
	made.RawQuery = strings.Join(r.query, "&")
	return made, nil
}
