/** Text exactly as it is stored. */
export class TextResult {
  text;
  /** For a write on condition that it is still this text. */
  etag;
  contentType;

  /** @param {string} text @param {string | undefined} etag @param {string | undefined} contentType */
  constructor(text, etag, contentType) {
    this.text = text;
    this.etag = etag;
    this.contentType = contentType;
  }

  toString() {
    return this.text;
  }
}
