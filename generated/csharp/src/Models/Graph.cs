// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>One of several values.</summary>
    public readonly partial struct GraphAccess : IOpenValue, IEquatable<GraphAccess>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public GraphAccess(string value)
        {
            Value = value;
        }

        /// <summary>The value "BUSY".</summary>
        public static GraphAccess Busy => new GraphAccess("BUSY");

        /// <summary>The value "READ".</summary>
        public static GraphAccess Read => new GraphAccess("READ");

        /// <summary>The value "READ_WRITE".</summary>
        public static GraphAccess ReadWrite => new GraphAccess("READ_WRITE");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator GraphAccess(string value) => new GraphAccess(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(GraphAccess left, GraphAccess right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(GraphAccess left, GraphAccess right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(GraphAccess other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is GraphAccess && Equals((GraphAccess)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>One of several values.</summary>
    public readonly partial struct GraphAppScope : IOpenValue, IEquatable<GraphAppScope>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public GraphAppScope(string value)
        {
            Value = value;
        }

        /// <summary>The value "API".</summary>
        public static GraphAppScope Api => new GraphAppScope("API");

        /// <summary>The value "DAV".</summary>
        public static GraphAppScope Dav => new GraphAppScope("DAV");

        /// <summary>The value "READ_ONLY".</summary>
        public static GraphAppScope ReadOnly => new GraphAppScope("READ_ONLY");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator GraphAppScope(string value) => new GraphAppScope(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(GraphAppScope left, GraphAppScope right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(GraphAppScope left, GraphAppScope right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(GraphAppScope other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is GraphAppScope && Equals((GraphAppScope)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>Which acts; what is left out does not select.</summary>
    public sealed partial class AuditFilter : Model<JToken>
    {
        /// <summary>Who acted, or what it was about.</summary>
        [Member("account", false)]
        public Optional<string> Account { get; set; }

        /// <summary>The member "actions".</summary>
        [Member("actions", false)]
        public Optional<List<string>> Actions { get; set; }

        /// <summary>The member "outcomes".</summary>
        [Member("outcomes", false)]
        public Optional<List<string>> Outcomes { get; set; }

        /// <summary>The member "requestId".</summary>
        [Member("requestId", false)]
        public Optional<string> RequestId { get; set; }

        /// <summary>The member "since".</summary>
        [Member("since", false)]
        public Optional<Timestamp> Since { get; set; }

        /// <summary>Before this moment.</summary>
        [Member("until", false)]
        public Optional<Timestamp> Until { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class CreateAppPasswordInput : Model<JToken>
    {
        /// <summary>The member "days".</summary>
        [Member("days", false)]
        public Optional<long> Days { get; set; }

        /// <summary>The member "label".</summary>
        [Member("label", true)]
        public string Label { get; set; }

        /// <summary>The member "principal".</summary>
        [Member("principal", true)]
        public string Principal { get; set; }

        /// <summary>The member "scope".</summary>
        [Member("scope", false)]
        public Optional<GraphAppScope> Scope { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class CreateCollectionInput : Model<JToken>
    {
        /// <summary>The member "collection".</summary>
        [Member("collection", true)]
        public string Collection { get; set; }

        /// <summary>The member "displayName".</summary>
        [Member("displayName", false)]
        public Optional<string> DisplayName { get; set; }

        /// <summary>The member "kind".</summary>
        [Member("kind", true)]
        public string Kind { get; set; }

        /// <summary>The member "name".</summary>
        [Member("name", true)]
        public string Name { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class CreatePrincipalInput : Model<JToken>
    {
        /// <summary>The member "displayName".</summary>
        [Member("displayName", false)]
        public Optional<string> DisplayName { get; set; }

        /// <summary>The member "email".</summary>
        [Member("email", false)]
        public Optional<string> Email { get; set; }

        /// <summary>The member "kind".</summary>
        [Member("kind", false)]
        public Optional<GraphNewKind> Kind { get; set; }

        /// <summary>The member "name".</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>The member "password".</summary>
        [Member("password", false)]
        public Optional<string> Password { get; set; }

        /// <summary>The member "quota".</summary>
        [Member("quota", false)]
        public Optional<long> Quota { get; set; }

        /// <summary>The member "role".</summary>
        [Member("role", false)]
        public Optional<GraphNewRole> Role { get; set; }
    }

    /// <summary>Why nothing was changed.</summary>
    public readonly partial struct GraphErrorCode : IOpenValue, IEquatable<GraphErrorCode>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public GraphErrorCode(string value)
        {
            Value = value;
        }

        /// <summary>The value "BAD_INPUT".</summary>
        public static GraphErrorCode BadInput => new GraphErrorCode("BAD_INPUT");

        /// <summary>The value "CONFLICT".</summary>
        public static GraphErrorCode Conflict => new GraphErrorCode("CONFLICT");

        /// <summary>The value "FORBIDDEN".</summary>
        public static GraphErrorCode Forbidden => new GraphErrorCode("FORBIDDEN");

        /// <summary>The value "INTERNAL".</summary>
        public static GraphErrorCode Internal => new GraphErrorCode("INTERNAL");

        /// <summary>The value "LAST_ADMINISTRATOR".</summary>
        public static GraphErrorCode LastAdministrator => new GraphErrorCode("LAST_ADMINISTRATOR");

        /// <summary>The value "LOCKED".</summary>
        public static GraphErrorCode Locked => new GraphErrorCode("LOCKED");

        /// <summary>The value "NOT_FOUND".</summary>
        public static GraphErrorCode NotFound => new GraphErrorCode("NOT_FOUND");

        /// <summary>The value "QUOTA".</summary>
        public static GraphErrorCode Quota => new GraphErrorCode("QUOTA");

        /// <summary>The value "TAKEN".</summary>
        public static GraphErrorCode Taken => new GraphErrorCode("TAKEN");

        /// <summary>The value "UNAVAILABLE".</summary>
        public static GraphErrorCode Unavailable => new GraphErrorCode("UNAVAILABLE");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator GraphErrorCode(string value) => new GraphErrorCode(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(GraphErrorCode left, GraphErrorCode right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(GraphErrorCode left, GraphErrorCode right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(GraphErrorCode other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is GraphErrorCode && Equals((GraphErrorCode)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>What kind of principal an account is.</summary>
    public readonly partial struct GraphKind : IOpenValue, IEquatable<GraphKind>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public GraphKind(string value)
        {
            Value = value;
        }

        /// <summary>The value "GROUP".</summary>
        public static GraphKind Group => new GraphKind("GROUP");

        /// <summary>The value "RESOURCE".</summary>
        public static GraphKind Resource => new GraphKind("RESOURCE");

        /// <summary>The value "ROOM".</summary>
        public static GraphKind Room => new GraphKind("ROOM");

        /// <summary>The value "USER".</summary>
        public static GraphKind User => new GraphKind("USER");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator GraphKind(string value) => new GraphKind(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(GraphKind left, GraphKind right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(GraphKind left, GraphKind right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(GraphKind other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is GraphKind && Equals((GraphKind)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>Which messages; what is left out does not select.</summary>
    public sealed partial class MessageFilter : Model<JToken>
    {
        /// <summary>The member "kind".</summary>
        [Member("kind", false)]
        public Optional<string> Kind { get; set; }

        /// <summary>The member "state".</summary>
        [Member("state", false)]
        public Optional<GraphMessageState> State { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class MessageInput : Model<JToken>
    {
        /// <summary>The member "message".</summary>
        [Member("message", true)]
        public string Message { get; set; }
    }

    /// <summary>Where a message of the outbox is.</summary>
    public readonly partial struct GraphMessageState : IOpenValue, IEquatable<GraphMessageState>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public GraphMessageState(string value)
        {
            Value = value;
        }

        /// <summary>The value "GIVEN_UP".</summary>
        public static GraphMessageState GivenUp => new GraphMessageState("GIVEN_UP");

        /// <summary>The value "ON_ITS_WAY".</summary>
        public static GraphMessageState OnItsWay => new GraphMessageState("ON_ITS_WAY");

        /// <summary>The value "WAITING".</summary>
        public static GraphMessageState Waiting => new GraphMessageState("WAITING");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator GraphMessageState(string value) => new GraphMessageState(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(GraphMessageState left, GraphMessageState right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(GraphMessageState left, GraphMessageState right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(GraphMessageState other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is GraphMessageState && Equals((GraphMessageState)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>One of several values.</summary>
    public readonly partial struct GraphNewKind : IOpenValue, IEquatable<GraphNewKind>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public GraphNewKind(string value)
        {
            Value = value;
        }

        /// <summary>The value "GROUP".</summary>
        public static GraphNewKind Group => new GraphNewKind("GROUP");

        /// <summary>The value "RESOURCE".</summary>
        public static GraphNewKind Resource => new GraphNewKind("RESOURCE");

        /// <summary>The value "ROOM".</summary>
        public static GraphNewKind Room => new GraphNewKind("ROOM");

        /// <summary>The value "USER".</summary>
        public static GraphNewKind User => new GraphNewKind("USER");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator GraphNewKind(string value) => new GraphNewKind(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(GraphNewKind left, GraphNewKind right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(GraphNewKind left, GraphNewKind right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(GraphNewKind other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is GraphNewKind && Equals((GraphNewKind)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>One of several values.</summary>
    public readonly partial struct GraphNewRole : IOpenValue, IEquatable<GraphNewRole>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public GraphNewRole(string value)
        {
            Value = value;
        }

        /// <summary>The value "ADMIN".</summary>
        public static GraphNewRole Admin => new GraphNewRole("ADMIN");

        /// <summary>The value "AUDITOR".</summary>
        public static GraphNewRole Auditor => new GraphNewRole("AUDITOR");

        /// <summary>The value "OWNER".</summary>
        public static GraphNewRole Owner => new GraphNewRole("OWNER");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator GraphNewRole(string value) => new GraphNewRole(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(GraphNewRole left, GraphNewRole right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(GraphNewRole left, GraphNewRole right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(GraphNewRole other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is GraphNewRole && Equals((GraphNewRole)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>Which principals; what is left out does not select.</summary>
    public sealed partial class PrincipalFilter : Model<JToken>
    {
        /// <summary>The member "disabled".</summary>
        [Member("disabled", false)]
        public Optional<bool> Disabled { get; set; }

        /// <summary>The member "kind".</summary>
        [Member("kind", false)]
        public Optional<GraphKind> Kind { get; set; }

        /// <summary>The member "memberOf".</summary>
        [Member("memberOf", false)]
        public Optional<string> MemberOf { get; set; }

        /// <summary>The member "role".</summary>
        [Member("role", false)]
        public Optional<GraphRole> Role { get; set; }

        /// <summary>What name, display name or address contain.</summary>
        [Member("text", false)]
        public Optional<string> Text { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class RevokeAppPasswordInput : Model<JToken>
    {
        /// <summary>The member "appPassword".</summary>
        [Member("appPassword", true)]
        public string AppPassword { get; set; }

        /// <summary>The member "principal".</summary>
        [Member("principal", true)]
        public string Principal { get; set; }
    }

    /// <summary>What an account may do with what is not its own.</summary>
    public readonly partial struct GraphRole : IOpenValue, IEquatable<GraphRole>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public GraphRole(string value)
        {
            Value = value;
        }

        /// <summary>The value "ADMIN".</summary>
        public static GraphRole Admin => new GraphRole("ADMIN");

        /// <summary>The value "AUDITOR".</summary>
        public static GraphRole Auditor => new GraphRole("AUDITOR");

        /// <summary>The value "OWNER".</summary>
        public static GraphRole Owner => new GraphRole("OWNER");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator GraphRole(string value) => new GraphRole(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(GraphRole left, GraphRole right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(GraphRole left, GraphRole right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(GraphRole other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is GraphRole && Equals((GraphRole)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class SetDisabledInput : Model<JToken>
    {
        /// <summary>The member "disabled".</summary>
        [Member("disabled", true)]
        public bool Disabled { get; set; }

        /// <summary>The member "principal".</summary>
        [Member("principal", true)]
        public string Principal { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class ShareInput : Model<JToken>
    {
        /// <summary>The member "access".</summary>
        [Member("access", true)]
        public GraphAccess Access { get; set; }

        /// <summary>The member "collection".</summary>
        [Member("collection", true)]
        public string Collection { get; set; }

        /// <summary>The member "sharee".</summary>
        [Member("sharee", true)]
        public string Sharee { get; set; }

        /// <summary>The member "summary".</summary>
        [Member("summary", false)]
        public Optional<string> Summary { get; set; }
    }

    /// <summary>What is left out stays as it is.</summary>
    public sealed partial class UpdatePrincipalInput : Model<JToken>
    {
        /// <summary>The member "displayName".</summary>
        [Member("displayName", false)]
        public Optional<string> DisplayName { get; set; }

        /// <summary>The member "email".</summary>
        [Member("email", false)]
        public Optional<string> Email { get; set; }

        /// <summary>The member "principal".</summary>
        [Member("principal", true)]
        public string Principal { get; set; }

        /// <summary>The member "quota".</summary>
        [Member("quota", false)]
        public Optional<long> Quota { get; set; }
    }
}
