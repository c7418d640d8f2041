package a3dav

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// WebhookOption says how a webhook is verified.
type WebhookOption func(*webhookRules)

type webhookRules struct {
	now       time.Time
	tolerance time.Duration
}

// WebhookTolerance is how old, or how far ahead, a message may be: 5 minutes unless said.
func WebhookTolerance(tolerance time.Duration) WebhookOption {
	return func(rules *webhookRules) { rules.tolerance = tolerance }
}

// WebhookTime is what counts as now.
func WebhookTime(now time.Time) WebhookOption {
	return func(rules *webhookRules) { rules.now = now }
}

// VerifyWebhook tells whether a message was signed, a short while ago, with one of the secrets. Give two while
// one replaces the other. The body is the one that came, to the byte.
func VerifyWebhook(header http.Header, body []byte, secrets []string, options ...WebhookOption) error {
	rules := webhookRules{time.Now(), 300 * time.Second}
	for _, option := range options {
		option(&rules)
	}
	id, moment, signatures := header.Get("Webhook-Id"), header.Get("Webhook-Timestamp"), header.Get("Webhook-Signature")
	if id == "" || moment == "" || signatures == "" {
		return unverified("missing")
	}
	if err := rules.check(moment); err != nil {
		return err
	}
	return checkSignatures(id+"."+moment+".", body, secrets, signatures)
}

func (r webhookRules) check(moment string) error {
	seconds, err := strconv.ParseInt(moment, 10, 64)
	if err != nil || seconds < 0 {
		return unverified("timestamp")
	}
	if age := r.now.Sub(time.Unix(seconds, 0)); age > r.tolerance || age < -r.tolerance {
		return unverified("timestamp")
	}
	return nil
}

func checkSignatures(prefix string, body []byte, secrets []string, signatures string) error {
	matched := false
	for _, secret := range secrets {
		key, err := webhookKey(secret)
		if err != nil {
			return err
		}
		made := hmac.New(sha256.New, key)
		made.Write([]byte(prefix))
		made.Write(body)
		wanted := "v1," + base64.StdEncoding.EncodeToString(made.Sum(nil))
		for _, signature := range strings.Fields(signatures) {
			matched = hmac.Equal([]byte(signature), []byte(wanted)) || matched
		}
	}
	if !matched {
		return unverified("mismatch")
	}
	return nil
}

// webhookKey is a secret in base64 behind whsec_, or the text itself.
func webhookKey(secret string) ([]byte, error) {
	coded, is := strings.CutPrefix(secret, "whsec_")
	if !is {
		return []byte(secret), nil
	}
	key, err := base64.StdEncoding.DecodeString(coded)
	if err != nil {
		return nil, misused("a secret of a webhook is not base64 behind whsec_")
	}
	return key, nil
}

// unverified has a reason: missing, timestamp, or mismatch.
func unverified(reason string) *Error { return &Error{Code: ErrWebhookSignature, Reason: reason} }

// WebhookMessage is what a server posted.
type WebhookMessage struct {
	// Type is one of the constants whose names begin with Webhook, or a newer one.
	Type string
	// Payload is a pointer to the type that the interface describes for Type, or nil when that is not known.
	Payload any
	// Raw is the message as it came.
	Raw json.RawMessage
}

// OpenWebhook verifies a message and reads it.
func OpenWebhook(header http.Header, body []byte, secrets []string, options ...WebhookOption) (*WebhookMessage, error) {
	if err := VerifyWebhook(header, body, secrets, options...); err != nil {
		return nil, err
	}
	var head struct {
		Type Opt[string] `json:"type"`
	}
	if err := decodeJSON(body, &head); err != nil {
		return nil, &Error{Code: ErrDecode, Body: body, cause: err}
	}
	made := &WebhookMessage{Type: head.Type.Or(""), Raw: body}
	if made.Payload = webhookPayload(made.Type); made.Payload == nil {
		return made, nil
	}
	if err := decodeJSON(body, made.Payload); err != nil {
		return nil, &Error{Code: ErrDecode, Body: body, cause: err}
	}
	return made, nil
}
