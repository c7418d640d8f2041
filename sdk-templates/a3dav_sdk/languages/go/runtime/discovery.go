package a3dav

import (
	"context"
	"errors"
)

// Discovery is where somebody's calendars and address books are.
type Discovery struct {
	Principal        string
	CalendarHomes    []string
	AddressBookHomes []string
}

// Discover finds the principal that the credentials stand for, and its homes (RFC 6764 §6).
func (d *DAV) Discover(ctx context.Context, options ...CallOption) (*Discovery, error) {
	principals := dav("current-user-principal")
	found, err := d.hrefs(ctx, "/.well-known/caldav", options, principals)
	if errors.Is(err, ErrNotFound) || errors.Is(err, ErrMethodNotAllowed) {
		found, err = d.hrefs(ctx, "/", options, principals)
	}
	if err != nil {
		return nil, err
	}
	if len(found[principals]) == 0 {
		return nil, &Error{Code: ErrDecode, Reason: "the server names no principal for these credentials", Attempts: 1}
	}
	made := &Discovery{Principal: found[principals][0]}
	calendars, books := caldav("calendar-home-set"), carddav("addressbook-home-set")
	homes, err := d.hrefs(ctx, made.Principal, options, calendars, books)
	if err != nil {
		return nil, err
	}
	made.CalendarHomes, made.AddressBookHomes = homes[calendars], homes[books]
	return made, nil
}

// hrefs are those in properties of a resource.
func (d *DAV) hrefs(
	ctx context.Context, href string, options []CallOption, properties ...XMLName,
) (map[XMLName][]string, error) {
	root := Element(dav("propfind"), "", wanted(properties))
	read, name, err := d.open(ctx, "PROPFIND", href, Depth0, root, options)
	if err != nil {
		return nil, err
	}
	found := map[XMLName][]string{}
	for response, err := range read.responses() {
		if err != nil {
			return nil, name(err)
		}
		for _, property := range properties {
			found[property] = append(found[property], hrefsIn(read, response.Property(property))...)
		}
	}
	return found, nil
}

func hrefsIn(read *multistatus, property *XMLElement) []string {
	if property == nil {
		return nil
	}
	var found []string
	for _, child := range property.Children {
		if path, is := pathOf(read.from, child.Text); is && child.Name == dav("href") {
			found = append(found, path)
		}
	}
	return found
}
