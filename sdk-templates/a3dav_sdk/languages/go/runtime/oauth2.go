package a3dav

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// OAuth2 is an authorization server and the client that is known there.
type OAuth2 struct {
	TokenURL string
	// DeviceURL is the device authorization endpoint, when devices sign in there (RFC 8628).
	DeviceURL string
	ClientID  string
	// ClientSecret is empty for a public client.
	ClientSecret string
	Scopes       []string
	// Transport and Clock are those of net/http and of the system unless given.
	Transport http.RoundTripper
	Clock     Clock
	// Save is told of each new token, so that it outlives the process.
	Save func(OAuth2Token)
}

// OAuth2Token is what an authorization server gives.
type OAuth2Token struct {
	AccessToken  string
	RefreshToken string
	// Expiry is zero when the server did not say.
	Expiry time.Time
}

// earlier is how long before its expiry a token is renewed.
const earlier = 30 * time.Second

func (o *OAuth2) clock() Clock {
	if o.Clock != nil {
		return o.Clock
	}
	return systemClock{}
}

// post asks an endpoint. Whoever asks for a token does so once: a token that was given and lost may be the last.
func (o *OAuth2) post(ctx context.Context, endpoint string, form url.Values) (map[string]json.RawMessage, error) {
	options := []Option{WithClock(o.clock()), WithToken("")}
	if o.Transport != nil {
		options = append(options, WithTransport(o.Transport))
	}
	target, err := url.Parse(endpoint)
	if err != nil {
		return nil, misused("the endpoint of OAuth 2: %v", err)
	}
	settings, err := settingsFor(target.Scheme+"://"+target.Host, options)
	if err != nil {
		return nil, err
	}
	r := newRequest("oauth2", "POST", "", never).accept("application/json")
	r.target, r.quiet = target, true
	form.Set("client_id", o.ClientID)
	if o.ClientSecret != "" {
		form.Set("client_secret", o.ClientSecret)
	}
	r.setBody([]byte(form.Encode()), "application/x-www-form-urlencoded")
	core := &core{settings}
	if o.Transport == nil {
		defer core.close()
	}
	return fetch[map[string]json.RawMessage](ctx, core, r, nil)
}

func textIn(members map[string]json.RawMessage, name string) string {
	var text string
	if json.Unmarshal(members[name], &text) != nil {
		return ""
	}
	return text
}

func secondsIn(members map[string]json.RawMessage, name string) time.Duration {
	var number json.Number
	if json.Unmarshal(members[name], &number) != nil {
		return 0
	}
	seconds, err := number.Int64()
	if err != nil || seconds < 0 || seconds > 1<<31 {
		return 0
	}
	return time.Duration(seconds) * time.Second
}

func (o *OAuth2) token(ctx context.Context, form url.Values) (OAuth2Token, error) {
	asked := o.clock().Now()
	found, err := o.post(ctx, o.TokenURL, form)
	if err != nil {
		return OAuth2Token{}, err
	}
	made := OAuth2Token{AccessToken: textIn(found, "access_token"), RefreshToken: textIn(found, "refresh_token")}
	if made.AccessToken == "" || !strings.EqualFold(textIn(found, "token_type"), "bearer") {
		return OAuth2Token{}, &Error{Code: ErrDecode, Reason: "the authorization server gave no bearer token"}
	}
	if lifetime := secondsIn(found, "expires_in"); lifetime > 0 {
		made.Expiry = asked.Add(lifetime)
	}
	return made, nil
}

// Source gives the access token and renews it when it ends or is refused (RFC 6749 §6).
func (o *OAuth2) Source(token OAuth2Token) TokenSource {
	return &refreshing{server: o, token: token, turn: make(turn, 1)}
}

type refreshing struct {
	server *OAuth2
	token  OAuth2Token
	turn   turn
}

func (r *refreshing) Token(ctx context.Context, refused string) (string, error) {
	if err := r.turn.take(ctx); err != nil {
		return "", err
	}
	defer r.turn.leave()
	ends := !r.token.Expiry.IsZero() && !r.server.clock().Now().Before(r.token.Expiry.Add(-earlier))
	if r.token.AccessToken != "" && r.token.AccessToken != refused && !ends {
		return r.token.AccessToken, nil
	}
	if r.token.RefreshToken == "" {
		return r.token.AccessToken, nil // the server will say that it is over, or has said so
	}
	made, err := r.server.token(ctx, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {r.token.RefreshToken}})
	if err != nil {
		return "", err
	}
	if made.RefreshToken == "" {
		made.RefreshToken = r.token.RefreshToken
	}
	r.token = made
	if r.server.Save != nil {
		r.server.Save(made)
	}
	return made.AccessToken, nil
}

// DeviceGrant is what a person needs to let a device in, on another device that has a browser.
type DeviceGrant struct {
	UserCode        string
	VerificationURI string
	// VerificationURIComplete holds the code, for a picture to photograph; it may be empty.
	VerificationURIComplete string
	Expiry                  time.Time
	code                    string
	interval                time.Duration
}

// StartDevice asks for a code to show (RFC 8628 §3.1).
func (o *OAuth2) StartDevice(ctx context.Context) (*DeviceGrant, error) {
	asked := o.clock().Now()
	found, err := o.post(ctx, o.DeviceURL, url.Values{"client_id": {o.ClientID}, "scope": {strings.Join(o.Scopes, " ")}})
	if err != nil {
		return nil, err
	}
	grant := &DeviceGrant{
		UserCode: textIn(found, "user_code"), VerificationURI: textIn(found, "verification_uri"),
		VerificationURIComplete: textIn(found, "verification_uri_complete"), code: textIn(found, "device_code"),
		Expiry: asked.Add(secondsIn(found, "expires_in")), interval: secondsIn(found, "interval"),
	}
	if grant.code == "" || grant.VerificationURI == "" {
		return nil, &Error{Code: ErrDecode, Reason: "the authorization server gave no device code"}
	}
	if grant.interval == 0 {
		grant.interval = 5 * time.Second
	}
	return grant, nil
}

// WaitDevice asks, again and again, whether the person has let the device in (RFC 8628 §3.4).
func (o *OAuth2) WaitDevice(ctx context.Context, grant *DeviceGrant) (OAuth2Token, error) {
	form := url.Values{"grant_type": {"urn:ietf:params:oauth:grant-type:device_code"}, "device_code": {grant.code}}
	for o.clock().Now().Before(grant.Expiry) {
		if err := o.clock().Sleep(ctx, grant.interval); err != nil {
			return OAuth2Token{}, err
		}
		token, err := o.token(ctx, form)
		if err == nil {
			if o.Save != nil {
				o.Save(token)
			}
			return token, nil
		}
		if final := grant.slower(err); final != nil {
			return OAuth2Token{}, final
		}
	}
	return OAuth2Token{}, &Error{Code: ErrUnauthorized, Reason: "nobody let the device in while its code was good"}
}

// slower is how the next question is asked, or the error that ends the asking.
func (g *DeviceGrant) slower(err error) error {
	var failure *Error
	if !errors.As(err, &failure) {
		return err
	}
	var said struct {
		Error string `json:"error"`
	}
	_ = failure.Decode(&said)
	switch {
	case said.Error == "authorization_pending":
	case said.Error == "slow_down":
		g.interval += 5 * time.Second
	case failure.mayPass():
		g.interval *= 2
	default:
		return err
	}
	return nil
}
