package a3dav

import (
	"io"
	"net"
	"net/http"
	"time"
)

// newTransport is that of net/http, which follows no redirects by itself, with a shorter wait for connections.
func newTransport(connect time.Duration) http.RoundTripper {
	own := http.DefaultTransport.(*http.Transport).Clone()
	own.DialContext = (&net.Dialer{Timeout: connect, KeepAlive: 30 * time.Second}).DialContext
	own.TLSHandshakeTimeout = connect
	return &onceTransport{own}
}

// onceTransport keeps net/http from sending a request twice by itself when a connection that was kept breaks:
// how often a request is sent is decided in one place, and what is logged is what happened.
type onceTransport struct{ *http.Transport }

func (t *onceTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	sent := request.Clone(request.Context())
	// net/http looks for this spelling alone when it decides whether a POST may be sent again.
	if key := sent.Header.Get("Idempotency-Key"); key != "" {
		sent.Header.Del("Idempotency-Key")
		sent.Header["idempotency-key"] = []string{key}
	}
	// A body that cannot be had again is not sent again. Over TLS, where HTTP/2 would send an empty frame of it
	// and sends again only what no server took, requests stay as they are.
	if sent.URL.Scheme == "http" && sent.Body == nil && classes[sent.Method] == safe {
		sent.Body = noBody{}
	}
	return t.Transport.RoundTrip(sent)
}

type noBody struct{}

func (noBody) Read([]byte) (int, error) { return 0, io.EOF }
func (noBody) Close() error             { return nil }
