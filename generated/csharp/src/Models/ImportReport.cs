// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What became of the objects of a file.</summary>
    public sealed partial class ImportReport : Model<JToken>
    {
        /// <summary>The member "created".</summary>
        [Member("created", true)]
        public long Created { get; set; }

        /// <summary>The member "updated".</summary>
        [Member("updated", true)]
        public long Updated { get; set; }

        /// <summary>The member "unchanged".</summary>
        [Member("unchanged", true)]
        public long Unchanged { get; set; }

        /// <summary>The member "refused".</summary>
        [Member("refused", true)]
        public long Refused { get; set; }

        /// <summary>The member "objects".</summary>
        [Member("objects", true)]
        public List<ImportedObject> Objects { get; set; } = new List<ImportedObject>();
    }
}
