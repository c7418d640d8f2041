package a3dav

import (
	"encoding/json"
	"testing"
	"time"
)

type thing struct {
	ID     int64           `json:"id,required"`
	Tags   []string        `json:"tags,required"`
	Parent Opt[string]     `json:"parent,required"`
	Note   Opt[string]     `json:"note,optional"`
	Inner  Opt[*thing]     `json:"inner,optional"`
	Free   Opt[any]        `json:"free,optional"`
	When   Opt[DateTime]   `json:"when,optional"`
	Odd    Opt[string]     `json:"a,\"b\",optional"`
	Labels map[string]bool `json:"labels,required"`
	Extra  map[string]any  `json:"-"`
}

func (m thing) MarshalJSON() ([]byte, error)     { return marshalModel(&m) }
func (m *thing) UnmarshalJSON(data []byte) error { return unmarshalModel(data, m) }

func TestWhatCameIsWhatIsSentAgain(t *testing.T) {
	for _, text := range []string{
		`{"id":9007199254740993,"tags":[],"parent":null,"labels":{}}`,
		`{"id":1,"tags":["a"],"parent":"b","note":null,"labels":{"x":true}}`,
		`{"id":1,"tags":["<&>"],"parent":null,"note":"","inner":{"id":2,"tags":[],"parent":null,"labels":{},"z":1},"labels":{}}`,
		`{"id":1,"tags":[],"parent":null,"free":{"big":123456789012345678901234567890,"n":1.10},"labels":{}}`,
		`{"id":1,"tags":[],"parent":null,"free":null,"labels":{}}`,
		`{"id":1,"tags":[],"parent":null,"when":"2026-01-01T00:00:00.000+02:00","labels":{}}`,
		`{"id":1,"tags":[],"parent":null,"when":"tomorrow","labels":{}}`,
		`{"id":1,"tags":[],"parent":null,"a,\"b\"":"odd","labels":{}}`,
		`{"id":1,"tags":[],"parent":null,"labels":{},"ID":2,"new":[1.0,{"deep":null}]}`,
	} {
		t.Run(text, func(t *testing.T) {
			var made thing
			equal(t, json.Unmarshal([]byte(text), &made), nil)
			again, err := encodeJSON(made)
			equal(t, err, nil)
			equal(t, string(again), text)
		})
	}
}

func TestAModelOfOnesOwnHasItsRequiredMembers(t *testing.T) {
	text, err := encodeJSON(thing{ID: 1, Note: Some("a"), Inner: Null[*thing]()})
	equal(t, err, nil)
	equal(t, string(text), `{"id":1,"tags":[],"parent":null,"note":"a","inner":null,"labels":{}}`)
}

func TestAMemberThatIsKnownIsNotSentTwice(t *testing.T) {
	text, _ := encodeJSON(named{Name: "a", Extra: map[string]any{"name": "b", "c": 1}})
	equal(t, string(text), `{"name":"a","c":1}`)
}

func TestAnOptTellsAbsentNullAndValueApart(t *testing.T) {
	var absent Opt[int]
	value, there := Some(0).Get()
	equal(t, there && value == 0, true)
	equal(t, absent.IsAbsent() && !absent.IsNull(), true)
	equal(t, Null[int]().IsNull() && !Null[int]().IsAbsent(), true)
	equal(t, Null[int]().Or(5), 5)
	equal(t, Some(3).Or(5), 3)
}

func TestAChangedInstantIsSentInsteadOfItsText(t *testing.T) {
	read := ReadDateTime("2026-01-01T00:00:00.000Z")
	equal(t, read.Text(), "2026-01-01T00:00:00.000Z")
	read.Time = read.Add(time.Hour)
	equal(t, read.Text(), "2026-01-01T01:00:00Z")
	equal(t, ReadDateTime("never").Valid(), false)
}

func TestMoreThanOneValueIsNoJSON(t *testing.T) {
	var made named
	equal(t, decodeJSON([]byte(`{"name":"a"} {}`), &made) != nil, true)
}

func TestAValueOfAnotherTypeIsAnErrorThatNamesTheMember(t *testing.T) {
	var made thing
	err := decodeJSON([]byte(`{"id":1,"tags":[],"parent":null,"labels":{},"inner":{"id":"no","tags":[],"parent":null,"labels":{}}}`), &made)
	equal(t, err.Error()[:10], "inner: id:")
}

func TestAMemberThatMustBeThereIsMissed(t *testing.T) {
	for _, text := range []string{`{}`, `{"name":null}`, `[]`, `"a"`} {
		var made named
		equal(t, decodeJSON([]byte(text), &made) != nil, true)
	}
}

type circle struct {
	Kind   string         `json:"kind,required" constant:"\"circle\""`
	Radius float64        `json:"radius,required"`
	Extra  map[string]any `json:"-"`
}

func (m circle) MarshalJSON() ([]byte, error)     { return marshalModel(&m) }
func (m *circle) UnmarshalJSON(data []byte) error { return unmarshalModel(data, m) }

type shape struct {
	Circle  *circle
	Named   *named
	Text    *string
	Unknown json.RawMessage
}

func (u *shape) variants(tagged bool) []variant {
	if tagged {
		return []variant{{[]string{"circle", "round"}, &u.Circle}, {[]string{"named"}, &u.Named}}
	}
	return []variant{{nil, &u.Circle}, {nil, &u.Named}, {nil, &u.Text}}
}

func TestAUnionTakesTheVariantThatItsMemberTells(t *testing.T) {
	for text, wanted := range map[string]string{
		`{"kind":"circle","radius":1}`:   "circle",
		`{"kind":"round","radius":1}`:    "circle",
		`{"name":"a","kind":"named"}`:    "named",
		`{"kind":"square","radius":1.0}`: "unknown",
		`{"radius":1}`:                   "unknown",
		`7`:                              "unknown",
	} {
		var made shape
		equal(t, unmarshalUnion([]byte(text), "kind", made.variants(true), &made.Unknown), nil)
		equal(t, chosen(made), wanted)
		again, _ := marshalUnion(made.variants(true), made.Unknown)
		equal(t, string(again), text)
	}
}

func TestAUnionWithoutAMemberTakesTheFirstThatFits(t *testing.T) {
	for text, wanted := range map[string]string{
		`{"kind":"x","radius":1}`: "circle",
		`{"name":"a"}`:            "named",
		`"a"`:                     "text",
		`{"other":1}`:             "unknown",
		`7`:                       "unknown",
	} {
		var made shape
		equal(t, unmarshalUnion([]byte(text), "", made.variants(false), &made.Unknown), nil)
		equal(t, chosen(made), wanted)
	}
}

func chosen(made shape) string {
	switch {
	case made.Circle != nil:
		return "circle"
	case made.Named != nil:
		return "named"
	case made.Text != nil:
		return "text"
	}
	return "unknown"
}

func TestAUnionThatTellsAVariantButIsNoneIsAnError(t *testing.T) {
	var made shape
	equal(t, unmarshalUnion([]byte(`{"kind":"circle"}`), "kind", made.variants(true), &made.Unknown) != nil, true)
}

func TestAConstantNeedsNotBeSet(t *testing.T) {
	text, _ := encodeJSON(circle{Radius: 1})
	equal(t, string(text), `{"kind":"circle","radius":1}`)
}
