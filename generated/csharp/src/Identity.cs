// Rendered by a3dav-sdk from the description of the interface: do not edit.
namespace A3dav.Client
{
    internal static class Identity
    {
        public const string UserAgent = "a3dav-client-csharp/0.1.0";
        public const string UrlVariable = "A3DAV_URL";
        public const string TokenVariable = "A3DAV_TOKEN";
        public const string BasePath = "/api/v1";
        public const string GraphQLPath = "/graphql";
    }
}
