// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>
    /// What happened to what. What is moved is deleted in one place and created, with the same id, in another; a collection of somebody
    /// else that appears among one's own is shared, and one that goes is unshared.
    /// </summary>
    public readonly partial struct ChangeType : IOpenValue, IEquatable<ChangeType>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public ChangeType(string value)
        {
            Value = value;
        }

        /// <summary>The value "calendar.created".</summary>
        public static ChangeType CalendarCreated => new ChangeType("calendar.created");

        /// <summary>The value "calendar.updated".</summary>
        public static ChangeType CalendarUpdated => new ChangeType("calendar.updated");

        /// <summary>The value "calendar.deleted".</summary>
        public static ChangeType CalendarDeleted => new ChangeType("calendar.deleted");

        /// <summary>The value "calendar.shared".</summary>
        public static ChangeType CalendarShared => new ChangeType("calendar.shared");

        /// <summary>The value "calendar.unshared".</summary>
        public static ChangeType CalendarUnshared => new ChangeType("calendar.unshared");

        /// <summary>The value "event.created".</summary>
        public static ChangeType EventCreated => new ChangeType("event.created");

        /// <summary>The value "event.updated".</summary>
        public static ChangeType EventUpdated => new ChangeType("event.updated");

        /// <summary>The value "event.deleted".</summary>
        public static ChangeType EventDeleted => new ChangeType("event.deleted");

        /// <summary>The value "addressBook.created".</summary>
        public static ChangeType AddressBookCreated => new ChangeType("addressBook.created");

        /// <summary>The value "addressBook.updated".</summary>
        public static ChangeType AddressBookUpdated => new ChangeType("addressBook.updated");

        /// <summary>The value "addressBook.deleted".</summary>
        public static ChangeType AddressBookDeleted => new ChangeType("addressBook.deleted");

        /// <summary>The value "addressBook.shared".</summary>
        public static ChangeType AddressBookShared => new ChangeType("addressBook.shared");

        /// <summary>The value "addressBook.unshared".</summary>
        public static ChangeType AddressBookUnshared => new ChangeType("addressBook.unshared");

        /// <summary>The value "contact.created".</summary>
        public static ChangeType ContactCreated => new ChangeType("contact.created");

        /// <summary>The value "contact.updated".</summary>
        public static ChangeType ContactUpdated => new ChangeType("contact.updated");

        /// <summary>The value "contact.deleted".</summary>
        public static ChangeType ContactDeleted => new ChangeType("contact.deleted");

        /// <summary>The value "folder.created".</summary>
        public static ChangeType FolderCreated => new ChangeType("folder.created");

        /// <summary>The value "folder.updated".</summary>
        public static ChangeType FolderUpdated => new ChangeType("folder.updated");

        /// <summary>The value "folder.deleted".</summary>
        public static ChangeType FolderDeleted => new ChangeType("folder.deleted");

        /// <summary>The value "folder.shared".</summary>
        public static ChangeType FolderShared => new ChangeType("folder.shared");

        /// <summary>The value "folder.unshared".</summary>
        public static ChangeType FolderUnshared => new ChangeType("folder.unshared");

        /// <summary>The value "file.created".</summary>
        public static ChangeType FileCreated => new ChangeType("file.created");

        /// <summary>The value "file.updated".</summary>
        public static ChangeType FileUpdated => new ChangeType("file.updated");

        /// <summary>The value "file.deleted".</summary>
        public static ChangeType FileDeleted => new ChangeType("file.deleted");

        /// <summary>The value "collection.created".</summary>
        public static ChangeType CollectionCreated => new ChangeType("collection.created");

        /// <summary>The value "collection.updated".</summary>
        public static ChangeType CollectionUpdated => new ChangeType("collection.updated");

        /// <summary>The value "collection.deleted".</summary>
        public static ChangeType CollectionDeleted => new ChangeType("collection.deleted");

        /// <summary>The value "collection.shared".</summary>
        public static ChangeType CollectionShared => new ChangeType("collection.shared");

        /// <summary>The value "collection.unshared".</summary>
        public static ChangeType CollectionUnshared => new ChangeType("collection.unshared");

        /// <summary>The value "object.created".</summary>
        public static ChangeType ObjectCreated => new ChangeType("object.created");

        /// <summary>The value "object.updated".</summary>
        public static ChangeType ObjectUpdated => new ChangeType("object.updated");

        /// <summary>The value "object.deleted".</summary>
        public static ChangeType ObjectDeleted => new ChangeType("object.deleted");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator ChangeType(string value) => new ChangeType(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(ChangeType left, ChangeType right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(ChangeType left, ChangeType right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(ChangeType other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is ChangeType && Equals((ChangeType)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
