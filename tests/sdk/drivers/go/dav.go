package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	a3dav "github.com/a3dav/a3dav-go"
)

func response(found *a3dav.DAVResponse) object {
	properties := object{}
	for _, one := range found.Properties {
		properties[one.Name.String()] = object{"status": one.Status, "text": orNull(one.AllText())}
	}
	told := object{"href": found.Href, "status": nil, "properties": properties}
	if found.Status != 0 {
		told["status"] = found.Status
	}
	return told
}

func (r *run) dav(name string, given object) (any, error) {
	ctx, dav, path := context.Background(), r.client.DAV, text(given["path"])
	switch name {
	case "discover":
		home, err := dav.Discover(ctx)
		if err != nil {
			return nil, err
		}
		calendars, books := append([]string{}, home.CalendarHomes...), append([]string{}, home.AddressBookHomes...)
		return object{"principal": home.Principal, "calendar_homes": calendars, "address_book_homes": books}, nil
	case "propfind":
		depth := a3dav.Depth0
		if given["depth"] != nil {
			depth = a3dav.Depth(fmt.Sprint(given["depth"]))
		}
		return r.whole(dav.Propfind(ctx, path, depth, names(given["properties"])))
	case "proppatch":
		found, err := dav.Proppatch(ctx, path, elements(given["set"]), names(given["remove"]))
		if err != nil {
			return nil, err
		}
		return []any{response(found)}, nil
	case "mkcalendar":
		return nil, dav.Mkcalendar(ctx, path, elements(given["properties"]))
	case "get":
		found, err := dav.Get(ctx, path)
		if err != nil {
			return nil, err
		}
		return object{"text": string(found.Content), "etag": orNull(found.ETag)}, nil
	case "put":
		kind := "text/calendar; charset=utf-8"
		if given["content_type"] != nil {
			kind = text(given["content_type"])
		}
		return etag(dav.Put(ctx, path, a3dav.UploadBytes([]byte(text(given["body"])), kind), condition(given)))
	case "delete":
		return nil, dav.Delete(ctx, path, condition(given))
	case "multiget":
		return r.whole(dav.Multiget(ctx, a3dav.CalDAV, path, texts(given["hrefs"])))
	case "sync":
		return r.taken(reflect.ValueOf(dav.Sync(ctx, path, text(given["token"]))))
	case "update_with":
		pair := texts(given["replace"])
		return etag(dav.UpdateWith(ctx, path, func(found *a3dav.DAVObject) ([]byte, error) {
			return bytes.ReplaceAll(found.Content, []byte(pair[0]), []byte(pair[1])), nil
		}))
	}
	found, err := dav.FreeBusy(ctx, path, moment(given["start"]), moment(given["end"]))
	if err != nil {
		return nil, err
	}
	return object{"text": found.Text}, nil
}

// whole is a sequence that others give as a list: nothing of it behind an error.
func (r *run) whole(sequence any) (any, error) {
	found, err := r.taken(reflect.ValueOf(sequence))
	r.items = nil
	return found, err
}

func etag(etag string, err error) (any, error) { return object{"etag": orNull(etag)}, err }

func condition(given object) a3dav.Precondition {
	switch {
	case given["create"] == true:
		return a3dav.IfAbsent()
	case given["if_match"] != nil:
		return a3dav.IfMatch(text(given["if_match"]))
	}
	return a3dav.Anyway()
}

func names(value any) []a3dav.XMLName {
	var found []a3dav.XMLName
	for _, one := range texts(value) {
		space, local, _ := strings.Cut(strings.TrimPrefix(one, "{"), "}")
		found = append(found, a3dav.XMLName{Space: space, Local: local})
	}
	return found
}

func elements(value any) []*a3dav.XMLElement {
	var found []*a3dav.XMLElement
	members, _ := value.(object)
	for _, name := range slices.Sorted(maps.Keys(members)) {
		found = append(found, a3dav.Element(names([]any{name})[0], text(members[name])))
	}
	return found
}

func moment(value any) time.Time { return must(time.Parse("20060102T150405Z", text(value))) }
