// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Folders and files of one's own, and those that others let one see.</summary>
    public sealed partial class FilesService
    {
        private readonly Core core;

        internal FilesService(Core core)
        {
            this.core = core;
        }

        /// <summary>List a folder.</summary>
        /// <remarks>
        /// The folders and files in a folder, the oldest first. With `text`, everything among one's own files the name of which contains
        /// it, in whatever folder it is; a page of such an answer may have few entries, or none, and not be the last.
        /// </remarks>
        /// <param name="folder">The folder; without it, the one that holds all others of whoever asks.</param>
        /// <param name="text">What a name has to contain, without regard to case.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<FileModel> List(
            Optional<string> folder = default(Optional<string>),
            Optional<string> text = default(Optional<string>),
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("files.list", "GET", Identity.BasePath + "/files", Retry.Safe);
            request.Accept("application/json");
            request.InQuery("folder", folder, "form", true);
            request.InQuery("text", text, "form", true);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<FileModel>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Make a folder.</summary>
        /// <remarks>Makes an empty folder.</remarks>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<FileModel> CreateAsync(
            NewFolder body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("files.create", "POST", Identity.BasePath + "/files", Retry.Keyed);
            request.Accept("application/json");
            request.CarryJson(body, "application/json");
            return core.JsonAsync<FileModel>(request, options, cancellationToken);
        }

        /// <summary>Upload a new file.</summary>
        /// <remarks>
        /// Stores the body, byte for byte, as a new file. Nothing is ever overwritten: for a name that is taken the answer is 409 with the
        /// type `/problems/name-taken`. What is too large, or more than there is room for, is refused before the body is sent by a client
        /// that waits for `100 Continue`.
        /// </remarks>
        /// <param name="name">The name of the file.</param>
        /// <param name="body">The bytes; their media type is kept, or guessed from the name without one.</param>
        /// <param name="folder">The folder; without it, the one that holds all others of whoever asks.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<FileModel> UploadAsync(
            string name,
            Upload body = null,
            Optional<string> folder = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("files.upload", "POST", Identity.BasePath + "/files/content", Retry.Keyed);
            request.Accept("application/json");
            request.InQuery("folder", folder, "form", true);
            request.InQuery("name", name, "form", true);
            request.CarryUpload(body, "*/*");
            return core.JsonAsync<FileModel>(request, options, cancellationToken);
        }

        /// <summary>Fetch the folder that holds all others.</summary>
        /// <remarks>The folder of whoever asks that everything of theirs is in.</remarks>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<FileModel> RootAsync(
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("files.root", "GET", Identity.BasePath + "/files/root", Retry.Safe);
            request.Accept("application/json");
            return core.JsonAsync<FileModel>(request, options, cancellationToken);
        }

        /// <summary>Fetch what is told of a folder or a file.</summary>
        /// <remarks>Name, size, media type, times and rights, without content.</remarks>
        /// <param name="fileId">The folder or the file.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<FileModel> GetAsync(
            string fileId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("files.get", "GET", Identity.BasePath + "/files/{fileId}", Retry.Safe);
            request.Accept("application/json");
            request.InPath("fileId", fileId, "simple", false);
            return core.JsonAsync<FileModel>(request, options, cancellationToken);
        }

        /// <summary>Remove a folder or a file.</summary>
        /// <remarks>
        /// Removes a file, or a folder with all that is in it. A folder of somebody else that stands among one's own is taken out, and
        /// stays as it is.
        /// </remarks>
        /// <param name="fileId">The folder or the file.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task DeleteAsync(
            string fileId,
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("files.delete", "DELETE", Identity.BasePath + "/files/{fileId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("fileId", fileId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            return core.NothingAsync(request, options, cancellationToken);
        }

        /// <summary>Rename or move a folder or a file.</summary>
        /// <remarks>
        /// Gives another name, puts it into another folder, or both (RFC 7396); a folder goes with all that is in it. Nothing is ever
        /// overwritten: for a name that is taken the answer is 409 with the type `/problems/name-taken`. Identifiers stay.
        /// </remarks>
        /// <param name="fileId">The folder or the file.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<FileModel> UpdateAsync(
            string fileId,
            FileUpdate body,
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("files.update", "PATCH", Identity.BasePath + "/files/{fileId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("fileId", fileId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<FileModel>(request, options, cancellationToken);
        }

        /// <summary>Download a file.</summary>
        /// <remarks>The bytes as they were uploaded, or the range of them that is asked for (RFC 9110 §14).</remarks>
        /// <param name="fileId">The folder or the file.</param>
        /// <param name="range">The part that is wanted, in bytes.</param>
        /// <param name="ifRange">The entity tag, or the date, of the version that a range is wanted of; the whole is sent of another one.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="ifNoneMatch">The entity tags none of which the object must have, or `*`.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Download> DownloadAsync(
            string fileId,
            Optional<string> range = default(Optional<string>),
            Optional<string> ifRange = default(Optional<string>),
            Optional<string> ifMatch = default(Optional<string>),
            Optional<string> ifNoneMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("files.download", "GET", Identity.BasePath + "/files/{fileId}/content", Retry.Safe);
            request.Accept("*/*, application/problem+json;q=0.5");
            request.InPath("fileId", fileId, "simple", false);
            request.InHeader("Range", range, "simple", false);
            request.InHeader("If-Range", ifRange, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.InHeader("If-None-Match", ifNoneMatch, "simple", false);
            return core.DownloadAsync(request, options, cancellationToken);
        }

        /// <summary>Replace the content of a file.</summary>
        /// <remarks>
        /// Stores the body, byte for byte, as the next version of the file. `If-Match` says which version that is of, or `*` for whatever
        /// is there; of two that name the same version one is refused.
        /// </remarks>
        /// <param name="fileId">The folder or the file.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there; 428 without.</param>
        /// <param name="body">The bytes; their media type is kept, or guessed from the name without one.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<FileModel> ReplaceAsync(
            string fileId,
            string ifMatch,
            Upload body = null,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("files.replace", "PUT", Identity.BasePath + "/files/{fileId}/content", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("fileId", fileId, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryUpload(body, "*/*");
            return core.JsonAsync<FileModel>(request, options, cancellationToken);
        }
    }
}
