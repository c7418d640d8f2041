// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What to change of an account.</summary>
    public sealed partial class AccountUpdate : Model<JToken>
    {
        /// <summary>The name to show.</summary>
        [Member("displayName", false)]
        public Optional<string> DisplayName { get; set; }

        /// <summary>Its address.</summary>
        [Member("email", false)]
        public Optional<string> Email { get; set; }

        /// <summary>What it may do beside what is its own.</summary>
        [Member("role", false)]
        public Optional<AccountUpdateRole> Role { get; set; }

        /// <summary>Whether it may not sign in.</summary>
        [Member("disabled", false)]
        public Optional<bool> Disabled { get; set; }

        /// <summary>What to change of a quota.</summary>
        [Member("quota", false)]
        public Optional<QuotaUpdate> Quota { get; set; }
    }

    /// <summary>What it may do beside what is its own.</summary>
    public readonly partial struct AccountUpdateRole : IOpenValue, IEquatable<AccountUpdateRole>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public AccountUpdateRole(string value)
        {
            Value = value;
        }

        /// <summary>The value "owner".</summary>
        public static AccountUpdateRole Owner => new AccountUpdateRole("owner");

        /// <summary>The value "auditor".</summary>
        public static AccountUpdateRole Auditor => new AccountUpdateRole("auditor");

        /// <summary>The value "admin".</summary>
        public static AccountUpdateRole Admin => new AccountUpdateRole("admin");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator AccountUpdateRole(string value) => new AccountUpdateRole(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(AccountUpdateRole left, AccountUpdateRole right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(AccountUpdateRole left, AccountUpdateRole right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(AccountUpdateRole other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is AccountUpdateRole && Equals((AccountUpdateRole)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
