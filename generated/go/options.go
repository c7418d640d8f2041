package a3dav

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"time"
)

// Option says how a Client works.
type Option func(*settings)

// CallOption says how one call works, in place of what its Client says.
type CallOption func(*call)

type settings struct {
	base        *url.URL
	credentials credentials
	transport   http.RoundTripper
	clock       Clock
	random      Random
	timeout     time.Duration
	connect     time.Duration
	retries     int
	largest     int64
	userAgent   string
	observe     func(context.Context, RequestLog)
}

type call struct {
	*settings
	header   http.Header
	told     func(ResponseInfo)
	key      string
	deadline time.Time
}

// ResponseInfo is what came beside the body of an answer.
type ResponseInfo struct {
	Status   int
	Header   http.Header
	Attempts int
}

// WithToken sends a bearer token.
func WithToken(token string) Option {
	return func(s *settings) { s.credentials = fixed("Bearer " + token) }
}

// WithBasicAuth sends a name and a password, which may be an app password.
func WithBasicAuth(name, password string) Option {
	return func(s *settings) { s.credentials = basic(name, password) }
}

// WithTokenProvider asks a function for a token before the first request, and once more after a 401.
func WithTokenProvider(provide func(context.Context) (string, error)) Option {
	return WithTokenSource(&provided{provide: provide, turn: make(turn, 1)})
}

// WithTokenSource asks for the token before each request, and once more after a 401.
func WithTokenSource(source TokenSource) Option {
	return func(s *settings) { s.credentials = &sourced{source} }
}

// WithTransport takes another transport than that of net/http: one with a proxy or certificates, or a test's.
func WithTransport(transport http.RoundTripper) Option {
	return func(s *settings) { s.transport = transport }
}

// WithTimeout bounds a call with all its attempts: 60 seconds unless said. A stream has this long to its first
// byte, and again from each piece to the next.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) { s.timeout = timeout }
}

// WithConnectTimeout bounds the making of a connection: 5 seconds unless said. Another transport has its own.
func WithConnectTimeout(timeout time.Duration) Option {
	return func(s *settings) { s.connect = timeout }
}

// WithRetries is how often a request is sent again at most: twice unless said, and never where that may do harm.
func WithRetries(retries int) Option {
	return func(s *settings) { s.retries = retries }
}

// WithLargestBody bounds what is read of an answer that is not a download: 64 MiB unless said.
func WithLargestBody(bytes int64) Option {
	return func(s *settings) { s.largest = bytes }
}

// WithUserAgent puts a product before the one of this package.
func WithUserAgent(product string) Option {
	return func(s *settings) { s.userAgent = product + " " + userAgent }
}

// WithClock takes another clock.
func WithClock(clock Clock) Option {
	return func(s *settings) { s.clock = clock }
}

// WithRandom takes another source of random numbers: for delays and idempotency keys.
func WithRandom(random Random) Option {
	return func(s *settings) { s.random = random }
}

// CallTimeout is WithTimeout for one call.
func CallTimeout(timeout time.Duration) CallOption {
	return func(c *call) { c.timeout = timeout }
}

// CallRetries is WithRetries for one call.
func CallRetries(retries int) CallOption {
	return func(c *call) { c.retries = retries }
}

// CallHeader sets a header of the request, X-Request-Id for example.
func CallHeader(name, value string) CallOption {
	return func(c *call) { c.header.Set(name, value) }
}

// CallIdempotencyKey brings the key of a request that takes one, so that even a new call is the same request.
func CallIdempotencyKey(key string) CallOption {
	return func(c *call) { c.key = key }
}

// CallRequestID sends X-Request-Id.
func CallRequestID(id string) CallOption { return CallHeader("X-Request-Id", id) }

// CallResponse is told status and headers of the answer, of each page its own.
func CallResponse(told func(ResponseInfo)) CallOption {
	return func(c *call) { c.told = told }
}

func settingsFor(baseURL string, options []Option) (*settings, error) {
	s := &settings{
		clock: systemClock{}, random: systemRandom{}, timeout: 60 * time.Second, connect: 5 * time.Second,
		retries: 2, largest: 64 << 20, userAgent: userAgent,
	}
	if token := os.Getenv(tokenVariable); token != "" {
		WithToken(token)(s)
	}
	for _, option := range options {
		option(s)
	}
	if s.transport == nil {
		s.transport = newTransport(s.connect)
	}
	if baseURL == "" {
		baseURL = os.Getenv(urlVariable)
	}
	base, err := readBase(baseURL)
	s.base = base
	if err != nil {
		return nil, err
	}
	return s, nil
}

func readBase(text string) (*url.URL, error) {
	base, err := url.Parse(text)
	switch {
	case err != nil || base.Host == "" || (base.Scheme != "http" && base.Scheme != "https"):
		return nil, misused("the URL of the server is missing or wrong: give it, or set %s", urlVariable)
	case base.User != nil:
		return nil, misused("the URL of the server holds a password; give it to WithBasicAuth")
	}
	base.RawQuery, base.Fragment = "", ""
	return base.JoinPath("/"), nil
}

func (s *settings) call(options []CallOption) *call {
	own := *s
	made := &call{settings: &own, header: http.Header{}}
	for _, option := range options {
		option(made)
	}
	made.deadline = own.clock.Now().Add(own.timeout)
	return made
}
