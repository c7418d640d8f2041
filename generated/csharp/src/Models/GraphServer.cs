// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Administrators and auditors ask for everything, everybody else for what is their own.</summary>
    public sealed partial class ServerResult : Model<JToken>
    {
        /// <summary>The member "server".</summary>
        [Member("server", true)]
        public Server Server { get; set; }

        /// <summary>The member "plugins".</summary>
        [Member("plugins", true)]
        public List<ServerPlugins> Plugins { get; set; } = new List<ServerPlugins>();
    }

    /// <summary>A part of the server.</summary>
    public sealed partial class ServerPlugins : Model<JToken>
    {
        /// <summary>The member "name".</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>The member "version".</summary>
        [Member("version", true)]
        public string Version { get; set; }

        /// <summary>The member "enabled".</summary>
        [Member("enabled", true)]
        public bool Enabled { get; set; }

        /// <summary>Where it comes from; empty for what is built in.</summary>
        [Member("distribution", true)]
        public string Distribution { get; set; }
    }

    /// <summary>What runs here.</summary>
    public sealed partial class Server : Model<JToken>
    {
        /// <summary>The member "version".</summary>
        [Member("version", true)]
        public string Version { get; set; }
    }
}
