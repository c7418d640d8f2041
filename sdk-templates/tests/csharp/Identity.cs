using System;

namespace A3dav.Client
{
    /// <summary>What is rendered for a package, as the tests of the runtime need it.</summary>
    internal static class Identity
    {
        public const string UserAgent = "a3dav-client-csharp/0";
        public const string UrlVariable = "A3DAV_URL";
        public const string TokenVariable = "A3DAV_TOKEN";
        public const string GraphQLPath = "/graphql";
    }

    public static partial class Webhooks
    {
        private static Type PayloadOf(string type) => null;
    }

    /// <summary>The types of webhooks.</summary>
    public static class WebhookTypes
    {
    }
}
