package a3dav

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"slices"
	"strings"
)

// Page is one page of a list.
type Page[T any] struct {
	Items []T
	// Next is the cursor of the page behind this one, or empty.
	Next string
	// Extra are the other members of the page.
	Extra map[string]json.RawMessage
}

// pageRule names a parameter, and two members of what it brings.
type pageRule struct{ cursor, items, next string }

// pages asks for one page after the other, each when it is wanted.
func pages[T any](
	ctx context.Context, c *core, r *request, rule pageRule, options []CallOption,
) iter.Seq2[*Page[T], error] {
	return func(yield func(*Page[T], error) bool) {
		seen := map[string]bool{}
		for asked := r.copy(); ; {
			got, err := c.do(ctx, asked, options)
			if err != nil {
				yield(nil, err)
				return
			}
			page, err := readPage[T](asked, got, rule)
			if err == nil && seen[page.Next] {
				err = undecodable(asked, got, errors.New("the next page is one that was read already"))
				page = nil
			}
			if !yield(page, err) || err != nil || page.Next == "" {
				return
			}
			seen[page.Next] = true
			asked = r.copy()
			asked.setQuery(rule.cursor, page.Next)
		}
	}
}

func readPage[T any](r *request, got *answer, rule pageRule) (*Page[T], error) {
	page := &Page[T]{}
	err := decodeJSON(got.body, &page.Extra)
	if raw := page.Extra[rule.items]; err == nil && raw != nil {
		err = decodeJSON(raw, &page.Items)
	}
	var next Opt[string]
	if raw := page.Extra[rule.next]; err == nil && raw != nil {
		err = decodeJSON(raw, &next)
	}
	if err != nil {
		return nil, undecodable(r, got, err)
	}
	page.Next = next.Or("")
	delete(page.Extra, rule.items)
	delete(page.Extra, rule.next)
	return page, nil
}

// items walks through what is on pages.
func items[T any](pages iter.Seq2[*Page[T], error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for page, err := range pages {
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, item := range page.Items {
				if !yield(item, nil) {
					return
				}
			}
		}
	}
}

func (r *request) copy() *request {
	copied := *r
	copied.header = r.header.Clone()
	copied.query = slices.Clone(r.query)
	return &copied
}

// setQuery replaces a parameter.
func (r *request) setQuery(name, value string) {
	field := escape(name) + "="
	r.query = slices.DeleteFunc(r.query, func(text string) bool { return strings.HasPrefix(text, field) })
	r.query = append(r.query, field+escape(value))
}
