"""The words of a file, before and after it changes."""

WORDS = "{http://example.org/ns/wordcount/}words"
LETTER = "/files/alice/letter.txt"


def test_a_text_file_tells_its_words(alice):
    alice.put(LETTER, "Dear Ada, how are you?")
    assert alice.propfind(LETTER, WORDS).multistatus[LETTER].text(WORDS) == "5"
    alice.put(LETTER, "Dear Ada")
    assert alice.propfind(LETTER, WORDS).multistatus[LETTER].text(WORDS) == "2"


def test_a_picture_has_no_words(alice):
    alice.put("/files/alice/a.png", b"\x89PNG", content_type="image/png")
    assert alice.propfind("/files/alice/a.png", WORDS).multistatus["/files/alice/a.png"].missing == {WORDS: 404}


def test_files_that_were_there_before_the_plugin_are_counted(alice, house):
    from a3dav.indexing import rebuild

    alice.put(LETTER, "one two three")
    rebuild(house, next(index for index in house.indexes if index.name == "wordcount"))
    assert alice.propfind(LETTER, WORDS).multistatus[LETTER].text(WORDS) == "3"
