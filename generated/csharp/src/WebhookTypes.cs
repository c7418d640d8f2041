// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>The types of webhooks.</summary>
    public static partial class WebhookTypes
    {
        /// <summary>Something changed</summary>
        public const string AddressBookCreated = "addressBook.created";

        /// <summary>Something changed</summary>
        public const string AddressBookDeleted = "addressBook.deleted";

        /// <summary>Something changed</summary>
        public const string AddressBookShared = "addressBook.shared";

        /// <summary>Something changed</summary>
        public const string AddressBookUnshared = "addressBook.unshared";

        /// <summary>Something changed</summary>
        public const string AddressBookUpdated = "addressBook.updated";

        /// <summary>Something changed</summary>
        public const string CalendarCreated = "calendar.created";

        /// <summary>Something changed</summary>
        public const string CalendarDeleted = "calendar.deleted";

        /// <summary>Something changed</summary>
        public const string CalendarShared = "calendar.shared";

        /// <summary>Something changed</summary>
        public const string CalendarUnshared = "calendar.unshared";

        /// <summary>Something changed</summary>
        public const string CalendarUpdated = "calendar.updated";

        /// <summary>Something changed</summary>
        public const string CollectionCreated = "collection.created";

        /// <summary>Something changed</summary>
        public const string CollectionDeleted = "collection.deleted";

        /// <summary>Something changed</summary>
        public const string CollectionShared = "collection.shared";

        /// <summary>Something changed</summary>
        public const string CollectionUnshared = "collection.unshared";

        /// <summary>Something changed</summary>
        public const string CollectionUpdated = "collection.updated";

        /// <summary>Something changed</summary>
        public const string ContactCreated = "contact.created";

        /// <summary>Something changed</summary>
        public const string ContactDeleted = "contact.deleted";

        /// <summary>Something changed</summary>
        public const string ContactUpdated = "contact.updated";

        /// <summary>Something changed</summary>
        public const string EventCreated = "event.created";

        /// <summary>Something changed</summary>
        public const string EventDeleted = "event.deleted";

        /// <summary>Something changed</summary>
        public const string EventUpdated = "event.updated";

        /// <summary>Something changed</summary>
        public const string FileCreated = "file.created";

        /// <summary>Something changed</summary>
        public const string FileDeleted = "file.deleted";

        /// <summary>Something changed</summary>
        public const string FileUpdated = "file.updated";

        /// <summary>Something changed</summary>
        public const string FolderCreated = "folder.created";

        /// <summary>Something changed</summary>
        public const string FolderDeleted = "folder.deleted";

        /// <summary>Something changed</summary>
        public const string FolderShared = "folder.shared";

        /// <summary>Something changed</summary>
        public const string FolderUnshared = "folder.unshared";

        /// <summary>Something changed</summary>
        public const string FolderUpdated = "folder.updated";

        /// <summary>Something changed</summary>
        public const string ObjectCreated = "object.created";

        /// <summary>Something changed</summary>
        public const string ObjectDeleted = "object.deleted";

        /// <summary>Something changed</summary>
        public const string ObjectUpdated = "object.updated";

        /// <summary>Somebody asked for a try</summary>
        public const string Ping = "ping";
    }

    public static partial class Webhooks
    {
        private static Type PayloadOf(string type)
        {
            switch (type)
            {
                case WebhookTypes.AddressBookCreated:
                    return typeof(ChangeMessage);
                case WebhookTypes.AddressBookDeleted:
                    return typeof(ChangeMessage);
                case WebhookTypes.AddressBookShared:
                    return typeof(ChangeMessage);
                case WebhookTypes.AddressBookUnshared:
                    return typeof(ChangeMessage);
                case WebhookTypes.AddressBookUpdated:
                    return typeof(ChangeMessage);
                case WebhookTypes.CalendarCreated:
                    return typeof(ChangeMessage);
                case WebhookTypes.CalendarDeleted:
                    return typeof(ChangeMessage);
                case WebhookTypes.CalendarShared:
                    return typeof(ChangeMessage);
                case WebhookTypes.CalendarUnshared:
                    return typeof(ChangeMessage);
                case WebhookTypes.CalendarUpdated:
                    return typeof(ChangeMessage);
                case WebhookTypes.CollectionCreated:
                    return typeof(ChangeMessage);
                case WebhookTypes.CollectionDeleted:
                    return typeof(ChangeMessage);
                case WebhookTypes.CollectionShared:
                    return typeof(ChangeMessage);
                case WebhookTypes.CollectionUnshared:
                    return typeof(ChangeMessage);
                case WebhookTypes.CollectionUpdated:
                    return typeof(ChangeMessage);
                case WebhookTypes.ContactCreated:
                    return typeof(ChangeMessage);
                case WebhookTypes.ContactDeleted:
                    return typeof(ChangeMessage);
                case WebhookTypes.ContactUpdated:
                    return typeof(ChangeMessage);
                case WebhookTypes.EventCreated:
                    return typeof(ChangeMessage);
                case WebhookTypes.EventDeleted:
                    return typeof(ChangeMessage);
                case WebhookTypes.EventUpdated:
                    return typeof(ChangeMessage);
                case WebhookTypes.FileCreated:
                    return typeof(ChangeMessage);
                case WebhookTypes.FileDeleted:
                    return typeof(ChangeMessage);
                case WebhookTypes.FileUpdated:
                    return typeof(ChangeMessage);
                case WebhookTypes.FolderCreated:
                    return typeof(ChangeMessage);
                case WebhookTypes.FolderDeleted:
                    return typeof(ChangeMessage);
                case WebhookTypes.FolderShared:
                    return typeof(ChangeMessage);
                case WebhookTypes.FolderUnshared:
                    return typeof(ChangeMessage);
                case WebhookTypes.FolderUpdated:
                    return typeof(ChangeMessage);
                case WebhookTypes.ObjectCreated:
                    return typeof(ChangeMessage);
                case WebhookTypes.ObjectDeleted:
                    return typeof(ChangeMessage);
                case WebhookTypes.ObjectUpdated:
                    return typeof(ChangeMessage);
                case WebhookTypes.Ping:
                    return typeof(PingMessage);
                default:
                    return null;
            }
        }
    }
}
