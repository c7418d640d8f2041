using System;
using System.Net.Http;

namespace A3dav.Client
{
    /// <summary>The transport of a client that brings none.</summary>
    internal static class Transports
    {
        /// <summary>
        /// The handler of the newer runtimes, which this standard does not name and which knows a time to connect; else that
        /// of the platform.
        /// </summary>
        public static HttpMessageHandler Make(TimeSpan connect)
        {
            var kind = typeof(HttpClientHandler).Assembly.GetType("System.Net.Http.SocketsHttpHandler");
            if (kind == null || !kind.IsPublic)
            {
                return new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
            }

            var made = (HttpMessageHandler)Activator.CreateInstance(kind);
            kind.GetProperty("AllowAutoRedirect").SetValue(made, false);
            kind.GetProperty("UseCookies").SetValue(made, false);
            kind.GetProperty("ConnectTimeout").SetValue(made, connect);
            return made;
        }
    }
}
