package a3dav

import (
	"context"
	"encoding/base64"
)

// TokenSource gives bearer tokens. It is used by many goroutines at once.
type TokenSource interface {
	// Token returns a token that is believed to be good. refused is the one a server has just answered 401 to,
	// or empty: a source that still holds that one gets another.
	Token(ctx context.Context, refused string) (string, error)
}

// turn lets one goroutine in at a time; who waits for it can stop waiting.
type turn chan struct{}

func (t turn) take(ctx context.Context) error {
	select {
	case t <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t turn) leave() { <-t }

// provided keeps the token of a function until it is refused.
type provided struct {
	provide func(context.Context) (string, error)
	token   string
	turn    turn
}

func (p *provided) Token(ctx context.Context, refused string) (string, error) {
	if err := p.turn.take(ctx); err != nil {
		return "", err
	}
	defer p.turn.leave()
	if p.token != refused {
		return p.token, nil
	}
	token, err := p.provide(ctx)
	if err == nil {
		p.token = token
	}
	return token, err
}

type credentials interface {
	// authorization is the value of the header, and the token in it when another could be got.
	authorization(ctx context.Context, refused string) (header, token string, err error)
}

type fixed string

func (f fixed) authorization(context.Context, string) (string, string, error) {
	return string(f), "", nil
}

func basic(name, password string) fixed {
	return fixed("Basic " + base64.StdEncoding.EncodeToString([]byte(name+":"+password)))
}

type sourced struct{ source TokenSource }

func (s *sourced) authorization(ctx context.Context, refused string) (string, string, error) {
	token, err := s.source.Token(ctx, refused)
	return "Bearer " + token, token, err
}
