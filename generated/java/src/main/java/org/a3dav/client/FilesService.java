package org.a3dav.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Folders and files of one's own, and those that others let one see. */
public final class FilesService extends Calls {
    FilesService(Core core) {
        super(core);
    }

    /**
     * List a folder
     *
     * <p>The folders and files in a folder, the oldest first. With `text`, everything among one's own files the
     * name of which contains it, in whatever folder it is; a page of such an answer may have few entries, or
     * none, and not be the last.
     */
    public Paged<File> list(FilesListParams params, CallOption... options) {
        Request request = new Request(
            "files.list", "GET", Identity.BASE_PATH + "/files", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inQuery("folder", params.folder(), Codecs.TEXT, new Style("form", true))
            .inQuery("text", params.text(), Codecs.TEXT, new Style("form", true))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), File.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<File> list(CallOption... options) {
        return list(FilesListParams.builder().build(), options);
    }

    /**
     * Make a folder
     *
     * <p>Makes an empty folder.
     */
    public File create(NewFolder body, CallOption... options) {
        Request request = new Request(
            "files.create", "POST", Identity.BASE_PATH + "/files", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .json(body, NewFolder.CODEC, "application/json");
        return fetch(request, File.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<File> createAsync(NewFolder body, CallOption... options) {
        return async(() -> create(body, options));
    }

    /**
     * Upload a new file
     *
     * <p>Stores the body, byte for byte, as a new file. Nothing is ever overwritten: for a name that is taken
     * the answer is 409 with the type `/problems/name-taken`. What is too large, or more than there is room
     * for, is refused before the body is sent by a client that waits for `100 Continue`.
     */
    public File upload(Upload body, FilesUploadParams params, CallOption... options) {
        Request request = new Request(
            "files.upload", "POST", Identity.BASE_PATH + "/files/content", Retry.KEYED)
            .accept(MediaTypes.accept("application/json"))
            .inQuery("folder", params.folder(), Codecs.TEXT, new Style("form", true))
            .inQuery("name", Opt.of(params.name()), Codecs.TEXT, new Style("form", true))
            .upload(body, "*/*");
        return fetch(request, File.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<File> uploadAsync(Upload body, FilesUploadParams params, CallOption... options) {
        return async(() -> upload(body, params, options));
    }

    /**
     * Fetch the folder that holds all others
     *
     * <p>The folder of whoever asks that everything of theirs is in.
     */
    public File root(CallOption... options) {
        Request request = new Request(
            "files.root", "GET", Identity.BASE_PATH + "/files/root", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"));
        return fetch(request, File.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<File> rootAsync(CallOption... options) {
        return async(() -> root(options));
    }

    /**
     * Fetch what is told of a folder or a file
     *
     * <p>Name, size, media type, times and rights, without content.
     */
    public File get(String fileId, CallOption... options) {
        Request request = new Request(
            "files.get", "GET", Identity.BASE_PATH + "/files/{fileId}", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("fileId", fileId, Codecs.TEXT, new Style("simple", false));
        return fetch(request, File.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<File> getAsync(String fileId, CallOption... options) {
        return async(() -> get(fileId, options));
    }

    /**
     * Remove a folder or a file
     *
     * <p>Removes a file, or a folder with all that is in it. A folder of somebody else that stands among one's
     * own is taken out, and stays as it is.
     */
    public void delete(String fileId, FilesDeleteParams params, CallOption... options) {
        Request request = new Request(
            "files.delete", "DELETE", Identity.BASE_PATH + "/files/{fileId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept(""))
            .inPath("fileId", fileId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false));
        perform(request, options);
    }

    /** The same with nothing said beside. */
    public void delete(String fileId, CallOption... options) {
        delete(fileId, FilesDeleteParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<Void> deleteAsync(String fileId, FilesDeleteParams params, CallOption... options) {
        return asyncRun(() -> delete(fileId, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<Void> deleteAsync(String fileId, CallOption... options) {
        return deleteAsync(fileId, FilesDeleteParams.builder().build(), options);
    }

    /**
     * Rename or move a folder or a file
     *
     * <p>Gives another name, puts it into another folder, or both (RFC 7396); a folder goes with all that is in
     * it. Nothing is ever overwritten: for a name that is taken the answer is 409 with the type
     * `/problems/name-taken`. Identifiers stay.
     */
    public File update(String fileId, FileUpdate body, FilesUpdateParams params, CallOption... options) {
        Request request = new Request(
            "files.update", "PATCH", Identity.BASE_PATH + "/files/{fileId}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("fileId", fileId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false))
            .json(body, FileUpdate.CODEC, "application/json");
        return fetch(request, File.CODEC, options);
    }

    /** The same with nothing said beside. */
    public File update(String fileId, FileUpdate body, CallOption... options) {
        return update(fileId, body, FilesUpdateParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<File> updateAsync(String fileId, FileUpdate body, FilesUpdateParams params, CallOption... options) {
        return async(() -> update(fileId, body, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<File> updateAsync(String fileId, FileUpdate body, CallOption... options) {
        return updateAsync(fileId, body, FilesUpdateParams.builder().build(), options);
    }

    /**
     * Download a file
     *
     * <p>The bytes as they were uploaded, or the range of them that is asked for (RFC 9110 §14).
     */
    public Download download(String fileId, FilesDownloadParams params, CallOption... options) {
        Request request = new Request(
            "files.download", "GET", Identity.BASE_PATH + "/files/{fileId}/content", Retry.SAFE)
            .accept(MediaTypes.accept("*/*"))
            .inPath("fileId", fileId, Codecs.TEXT, new Style("simple", false))
            .inHeader("Range", params.range(), Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Range", params.ifRange(), Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false))
            .inHeader("If-None-Match", params.ifNoneMatch(), Codecs.TEXT, new Style("simple", false));
        return download(request, options);
    }

    /** The same with nothing said beside. */
    public Download download(String fileId, CallOption... options) {
        return download(fileId, FilesDownloadParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<Download> downloadAsync(String fileId, FilesDownloadParams params, CallOption... options) {
        return async(() -> download(fileId, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<Download> downloadAsync(String fileId, CallOption... options) {
        return downloadAsync(fileId, FilesDownloadParams.builder().build(), options);
    }

    /**
     * Replace the content of a file
     *
     * <p>Stores the body, byte for byte, as the next version of the file. `If-Match` says which version that is
     * of, or `*` for whatever is there; of two that name the same version one is refused.
     */
    public File replace(String fileId, Upload body, FilesReplaceParams params, CallOption... options) {
        Request request = new Request(
            "files.replace", "PUT", Identity.BASE_PATH + "/files/{fileId}/content", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("fileId", fileId, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", Opt.of(params.ifMatch()), Codecs.TEXT, new Style("simple", false))
            .upload(body, "*/*");
        return fetch(request, File.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<File> replaceAsync(String fileId, Upload body, FilesReplaceParams params, CallOption... options) {
        return async(() -> replace(fileId, body, params, options));
    }
}
