package a3dav

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"strings"
)

// SyncKind says what an entry of a sync is about.
type SyncKind string

// What a sync tells.
const (
	// SyncReset comes first when the server no longer knows the token: all that follows is all there is,
	// and what does not follow is gone.
	SyncReset SyncKind = "reset"
	// SyncChanged is a member that is new or has another ETag.
	SyncChanged SyncKind = "changed"
	// SyncRemoved is a member that is gone.
	SyncRemoved SyncKind = "removed"
	// SyncToken comes last and has the token for the next time.
	SyncToken SyncKind = "token"
)

// SyncEntry is one thing that a sync tells.
type SyncEntry struct {
	Kind  SyncKind
	Href  string
	ETag  string
	Token string
}

// Sync tells what changed in a collection since the token, or all that is in it when the token is empty (RFC 6578).
// An answer that is cut short by the server is followed to its end.
func (d *DAV) Sync(ctx context.Context, collection, token string, options ...CallOption) iter.Seq2[SyncEntry, error] {
	return func(yield func(SyncEntry, error) bool) {
		walk := &syncWalk{dav: d, collection: collection, token: token, options: options, yield: yield, seen: map[string]bool{"": true}}
		for walk.page(ctx) {
		}
	}
}

type syncWalk struct {
	dav        *DAV
	collection string
	token      string
	options    []CallOption
	yield      func(SyncEntry, error) bool
	restarted  bool
	seen       map[string]bool
}

var validSyncToken = Condition(dav("valid-sync-token"))

// isOver tells whether a server knows a token no more.
func isOver(err error) bool {
	return errors.Is(err, validSyncToken) || errors.Is(err, ErrGone) || errors.Is(err, ErrPreconditionFailed)
}

// page tells one answer and whether another one follows.
func (w *syncWalk) page(ctx context.Context) bool {
	root := Element(dav("sync-collection"), "",
		Element(dav("sync-token"), w.token), Element(dav("sync-level"), "1"), wanted([]XMLName{dav("getetag")}))
	read, name, err := w.dav.open(ctx, "REPORT", w.collection, Depth0, root, w.options)
	if isOver(err) && w.token != "" && !w.restarted {
		w.token, w.restarted = "", true
		return w.yield(SyncEntry{Kind: SyncReset}, nil)
	}
	if err != nil {
		w.yield(SyncEntry{}, err)
		return false
	}
	more, err := w.tell(read)
	switch {
	case errors.Is(err, errFull):
		return false
	case err != nil:
		w.yield(SyncEntry{}, name(err))
		return false
	case more:
		w.token = read.token
		return true
	}
	w.yield(SyncEntry{Kind: SyncToken, Token: read.token}, nil)
	return false
}

func (w *syncWalk) tell(read *multistatus) (more bool, err error) {
	for response, err := range read.responses() {
		if err != nil {
			return false, err
		}
		entry := SyncEntry{Kind: SyncChanged, Href: response.Href, ETag: strings.TrimSpace(response.Text(dav("getetag")))}
		isSelf := keyOf(response.Href) == keyOf(w.collection)
		switch {
		case isSelf && response.Status == http.StatusInsufficientStorage:
			more = true
			continue
		case response.Status == http.StatusNotFound:
			entry.Kind = SyncRemoved
		case isSelf:
			continue
		}
		if !w.yield(entry, nil) {
			return false, errFull
		}
	}
	w.seen[w.token] = true
	if more && w.seen[read.token] {
		return false, fmt.Errorf("the server says that there is more, and gives a DAV:sync-token that came before")
	}
	return more, nil
}
