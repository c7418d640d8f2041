// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>The types of webhooks.</summary>
    public static partial class WebhookTypes
    {
    }

    public static partial class Webhooks
    {
        private static Type PayloadOf(string type)
        {
            switch (type)
            {
                default:
                    return null;
            }
        }
    }
}
