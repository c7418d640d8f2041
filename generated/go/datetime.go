package a3dav

import "time"

// DateTime is an instant and the text it came as. The text is what is sent again while the instant is not changed,
// so that fractions, offsets, and what is no date at all come back as they were.
type DateTime struct {
	time.Time
	text string
}

// At is the DateTime of an instant.
func At(instant time.Time) DateTime { return DateTime{Time: instant} }

// ReadDateTime takes a text as it is; Valid tells whether it is a date-time of RFC 3339.
func ReadDateTime(text string) DateTime {
	instant, _ := time.Parse(time.RFC3339Nano, text)
	return DateTime{Time: instant, text: text}
}

// Valid tells whether there is an instant.
func (d DateTime) Valid() bool { return !d.Time.IsZero() }

// Text is what is sent: the text as it came, or the instant in the form of RFC 3339.
func (d DateTime) Text() string {
	if instant, _ := time.Parse(time.RFC3339Nano, d.text); d.text != "" && instant.Equal(d.Time) {
		return d.text
	}
	return d.Time.Format(time.RFC3339Nano)
}

// String is Text.
func (d DateTime) String() string { return d.Text() }

// MarshalJSON writes Text.
func (d DateTime) MarshalJSON() ([]byte, error) { return encodeJSON(d.Text()) }

// UnmarshalJSON takes any text.
func (d *DateTime) UnmarshalJSON(data []byte) error {
	var text string
	if err := decodeJSON(data, &text); err != nil {
		return err
	}
	*d = ReadDateTime(text)
	return nil
}
