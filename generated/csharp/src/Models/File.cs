// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A folder or a file, without what it holds.</summary>
    public sealed partial class FileModel : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>What it is.</summary>
        [Member("kind", true)]
        public FileKind Kind { get; set; }

        /// <summary>The last segment of its path; empty for the folder that holds all others.</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>The folder that it is in; null for the one that holds all others.</summary>
        [Member("folder", true)]
        public Optional<string> Folder { get; set; }

        /// <summary>Its path in WebDAV.</summary>
        [Member("href", true)]
        public string Href { get; set; }

        /// <summary>Whose something is.</summary>
        [Member("owner", true)]
        public Owner Owner { get; set; }

        /// <summary>Whether it belongs to whoever asks.</summary>
        [Member("mine", true)]
        public bool Mine { get; set; }

        /// <summary>What whoever asks may do with it.</summary>
        [Member("rights", true)]
        public List<Right> Rights { get; set; } = new List<Right>();

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("created", true)]
        public Timestamp Created { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("modified", true)]
        public Timestamp Modified { get; set; }

        /// <summary>The media type of a file.</summary>
        [Member("mediaType", true)]
        public Optional<string> MediaType { get; set; }

        /// <summary>The bytes of a file.</summary>
        [Member("size", true)]
        public Optional<long> Size { get; set; }

        /// <summary>The entity tag of a file, for `If-Match`.</summary>
        [Member("etag", true)]
        public Optional<string> ETag { get; set; }
    }

    /// <summary>What it is.</summary>
    public readonly partial struct FileKind : IOpenValue, IEquatable<FileKind>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public FileKind(string value)
        {
            Value = value;
        }

        /// <summary>The value "file".</summary>
        public static FileKind File => new FileKind("file");

        /// <summary>The value "folder".</summary>
        public static FileKind Folder => new FileKind("folder");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator FileKind(string value) => new FileKind(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(FileKind left, FileKind right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(FileKind left, FileKind right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(FileKind other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is FileKind && Equals((FileKind)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
