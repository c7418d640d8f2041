package a3dav

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

// The first is the example of Standard Webhooks; the second was made with openssl.
const (
	exampleSecret    = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
	exampleBody      = `{"test": 2432232314}`
	exampleSignature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
)

func signed(signature string) http.Header {
	header := http.Header{}
	header.Set("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
	header.Set("webhook-timestamp", "1614265330")
	header.Set("webhook-signature", signature)
	return header
}

func TestASignedMessageIsTaken(t *testing.T) {
	now := WebhookTime(time.Unix(1614265330, 0))
	for _, signature := range []string{exampleSignature, "v1,AAAA " + exampleSignature, "v2,xyz " + exampleSignature} {
		for _, secrets := range [][]string{{exampleSecret}, {"whsec_AAAA", exampleSecret}} {
			equal(t, VerifyWebhook(signed(signature), []byte(exampleBody), secrets, now), nil)
		}
	}
}

func TestAMessageThatIsNotAsItWasSignedIsRefused(t *testing.T) {
	good, other, missing := signed(exampleSignature), signed("v1,AAAA"), signed(exampleSignature)
	missing.Del("webhook-id")
	for name, c := range map[string]struct {
		header http.Header
		body   string
		secret string
		at     int64
	}{
		"another body":      {good, exampleBody + " ", exampleSecret, 1614265330},
		"another secret":    {good, exampleBody, "whsec_AAAA", 1614265330},
		"another signature": {other, exampleBody, exampleSecret, 1614265330},
		"no id":             {missing, exampleBody, exampleSecret, 1614265330},
		"too old":           {good, exampleBody, exampleSecret, 1614265631},
		"too new":           {good, exampleBody, exampleSecret, 1614265029},
		"an empty secret":   {good, exampleBody, "", 1614265330},
	} {
		t.Run(name, func(t *testing.T) {
			err := VerifyWebhook(c.header, []byte(c.body), []string{c.secret}, WebhookTime(time.Unix(c.at, 0)))
			equal(t, errors.Is(err, ErrWebhookSignature), true)
		})
	}
}

func TestGraphQLGivesDataAndErrors(t *testing.T) {
	body := `{"data": {"name": "a"}, "errors": [{"message": "no", "path": ["x", 1], "extensions": {"code": "C"}}]}`
	server := script(t, says(200, body))
	core, _ := client(t, server)
	got, err := askGraph[named](context.Background(), &GraphQL{core}, safe, "query Q { name }", "Q", map[string]any{"a": nil}, nil)
	equal(t, got.Name, "a")
	equal(t, failure(t, err).Code, ErrGraphQL)
	equal(t, failure(t, err).GraphQL[0].Message, "no")
	equal(t, server.seen[0].body, `{"query":"query Q { name }","variables":{"a":null},"operationName":"Q"}`)
	equal(t, server.seen[0].header.Get("GraphQL-Require-Preflight"), "1")
}

func TestGraphQLThatIsRefusedAsAWholeSaysWhy(t *testing.T) {
	core, _ := client(t, script(t, says(400, "Content-Type: application/graphql-response+json", `{"errors": [{"message": "too deep"}]}`)))
	_, err := askGraph[named](context.Background(), &GraphQL{core}, safe, "query Q { name }", "Q", nil, nil)
	equal(t, failure(t, err).Code, ErrGraphQL)
	equal(t, failure(t, err).Status, 400)
}

func TestAnEndedTokenIsRenewed(t *testing.T) {
	tokens := script(t, says(200, `{"access_token": "second", "token_type": "Bearer", "expires_in": 3600, "refresh_token": "r2"}`))
	server := script(t, says(200, `{"name": "a"}`))
	clock := newTicking()
	var saved []OAuth2Token
	oauth := &OAuth2{TokenURL: tokens.URL, ClientID: "app", Clock: clock, Save: func(token OAuth2Token) { saved = append(saved, token) }}
	source := oauth.Source(OAuth2Token{AccessToken: "first", RefreshToken: "r1", Expiry: clock.now.Add(20 * time.Second)})
	core, _ := client(t, server, WithTokenSource(source), WithClock(clock))
	_, first := ask(core, "GET", safe)
	_, second := ask(core, "GET", safe)
	equal(t, first, nil)
	equal(t, second, nil)
	equal(t, tokens.count(), 1)
	equal(t, tokens.seen[0].body, "client_id=app&grant_type=refresh_token&refresh_token=r1")
	equal(t, tokens.seen[0].header.Get("Authorization"), "")
	equal(t, server.seen[1].header.Get("Authorization"), "Bearer second")
	equal(t, saved[0].RefreshToken, "r2")
}

func TestADeviceWaitsUntilItIsLetIn(t *testing.T) {
	pending := says(400, "Content-Type: application/json", `{"error": "authorization_pending"}`)
	server := script(t,
		says(200, `{"device_code": "d", "user_code": "WDJB-MJHT", "verification_uri": "https://example.org/device", "expires_in": 1800, "interval": 5}`),
		pending, says(400, `{"error": "slow_down"}`), pending, says(200, `{"access_token": "a", "token_type": "bearer"}`))
	clock := newTicking()
	oauth := &OAuth2{TokenURL: server.URL + "/token", DeviceURL: server.URL + "/device", ClientID: "app", Scopes: []string{"dav"}, Clock: clock}
	grant, err := oauth.StartDevice(context.Background())
	equal(t, err, nil)
	equal(t, grant.UserCode, "WDJB-MJHT")
	token, err := oauth.WaitDevice(context.Background(), grant)
	equal(t, err, nil)
	equal(t, token.AccessToken, "a")
	equal(t, fmt.Sprint(clock.sleeps), "[5s 5s 10s 10s]")
	equal(t, strings.Contains(server.seen[1].body, "device_code=d"), true)
}

func TestADeviceThatIsRefusedHearsSo(t *testing.T) {
	server := script(t, says(400, `{"error": "access_denied"}`))
	clock := newTicking()
	oauth := &OAuth2{TokenURL: server.URL, ClientID: "app", Clock: clock}
	_, err := oauth.WaitDevice(context.Background(), &DeviceGrant{Expiry: clock.now.Add(time.Hour), code: "d", interval: time.Second})
	equal(t, errors.Is(err, ErrBadRequest), true)
	equal(t, server.count(), 1)
}
