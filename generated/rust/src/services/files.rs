// Rendered from the description of the interface; not for editing.
//! Files.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// Folders and files of one's own, and those that others let one see.
#[derive(Clone, Debug)]
pub struct FilesService {
    pub(crate) core: Arc<Core>,
}

impl FilesService {
    /// List a folder
    ///
    /// The folders and files in a folder, the oldest first. With `text`, everything among one's own
    /// files the name of which contains it, in whatever folder it is; a page of such an answer may
    /// have few entries, or none, and not be the last.
    pub fn list(&self) -> Call<ListCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/files");
        call.put_accept("application/json");
        call
    }

    /// Make a folder
    ///
    /// Makes an empty folder.
    pub fn create(&self, body: &models::NewFolder) -> Call<CreateCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/files");
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_json("application/json", body);
        call
    }

    /// Upload a new file
    ///
    /// Stores the body, byte for byte, as a new file. Nothing is ever overwritten: for a name that
    /// is taken the answer is 409 with the type `/problems/name-taken`. What is too large, or more
    /// than there is room for, is refused before the body is sent by a client that waits for `100
    /// Continue`.
    ///
    /// name: The name of the file.
    pub fn upload(&self, name: &str) -> Call<UploadCall> {
        let mut call = Call::new(&self.core, "POST", "/api/v1/files/content");
        call.put_accept("application/json");
        call.put_class(RetryClass::Keyed);
        call.put_query("name", Style::FORM, &name.to_owned());
        call
    }

    /// Fetch the folder that holds all others
    ///
    /// The folder of whoever asks that everything of theirs is in.
    pub fn root(&self) -> Call<RootCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/files/root");
        call.put_accept("application/json");
        call
    }

    /// Fetch what is told of a folder or a file
    ///
    /// Name, size, media type, times and rights, without content.
    ///
    /// file_id: The folder or the file.
    pub fn get(&self, file_id: &str) -> Call<GetCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/files/{fileId}");
        call.put_accept("application/json");
        call.put_path("fileId", Style::SIMPLE, &file_id.to_owned());
        call
    }

    /// Remove a folder or a file
    ///
    /// Removes a file, or a folder with all that is in it. A folder of somebody else that stands
    /// among one's own is taken out, and stays as it is.
    ///
    /// file_id: The folder or the file.
    pub fn delete(&self, file_id: &str) -> Call<DeleteCall> {
        let mut call = Call::new(&self.core, "DELETE", "/api/v1/files/{fileId}");
        call.put_accept("application/json");
        call.put_path("fileId", Style::SIMPLE, &file_id.to_owned());
        call
    }

    /// Rename or move a folder or a file
    ///
    /// Gives another name, puts it into another folder, or both (RFC 7396); a folder goes with all
    /// that is in it. Nothing is ever overwritten: for a name that is taken the answer is 409 with
    /// the type `/problems/name-taken`. Identifiers stay.
    ///
    /// file_id: The folder or the file.
    pub fn update(&self, file_id: &str, body: &models::FileUpdate) -> Call<UpdateCall> {
        let mut call = Call::new(&self.core, "PATCH", "/api/v1/files/{fileId}");
        call.put_accept("application/json");
        call.put_class(RetryClass::Idempotent);
        call.put_path("fileId", Style::SIMPLE, &file_id.to_owned());
        call.put_json("application/json", body);
        call
    }

    /// Download a file
    ///
    /// The bytes as they were uploaded, or the range of them that is asked for (RFC 9110 §14).
    ///
    /// file_id: The folder or the file.
    pub fn download(&self, file_id: &str) -> Call<DownloadCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/files/{fileId}/content");
        call.put_accept("*/*");
        call.put_path("fileId", Style::SIMPLE, &file_id.to_owned());
        call
    }

    /// Replace the content of a file
    ///
    /// Stores the body, byte for byte, as the next version of the file. `If-Match` says which
    /// version that is of, or `*` for whatever is there; of two that name the same version one is
    /// refused.
    ///
    /// file_id: The folder or the file.
    ///
    /// if_match: The entity tags one of which the object must have, or `*` for whatever is there;
    /// 428 without.
    pub fn replace(&self, file_id: &str, if_match: &str) -> Call<ReplaceCall> {
        let mut call = Call::new(&self.core, "PUT", "/api/v1/files/{fileId}/content");
        call.put_accept("application/json");
        call.put_path("fileId", Style::SIMPLE, &file_id.to_owned());
        call.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        call
    }
}

/// What [`FilesService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::FilePage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for ListCall {
    type Item = models::File;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<ListCall> {
    /// The folder; without it, the one that holds all others of whoever asks.
    pub fn folder(mut self, folder: &str) -> Self {
        self.put_query("folder", Style::FORM, &folder.to_owned());
        self
    }

    /// What a name has to contain, without regard to case.
    pub fn text(mut self, text: &str) -> Self {
        self.put_query("text", Style::FORM, &text.to_owned());
        self
    }

    /// How many entries a page has at most.
    pub fn limit(mut self, limit: i64) -> Self {
        self.put_query("limit", Style::FORM, &limit);
        self
    }

    /// What `next` of the page before said; without it, the first page.
    pub fn cursor(mut self, cursor: &str) -> Self {
        self.put_query("cursor", Style::FORM, &cursor.to_owned());
        self
    }
}

/// What [`FilesService::create`] stands for.
#[derive(Debug)]
pub enum CreateCall {}

impl Operation for CreateCall {
    type Output = models::File;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`FilesService::upload`] stands for.
#[derive(Debug)]
pub enum UploadCall {}

impl Operation for UploadCall {
    type Output = models::File;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<UploadCall> {
    /// The folder; without it, the one that holds all others of whoever asks.
    pub fn folder(mut self, folder: &str) -> Self {
        self.put_query("folder", Style::FORM, &folder.to_owned());
        self
    }

    /// The bytes; their media type is kept, or guessed from the name without one.
    pub fn body(mut self, body: impl Into<Body>) -> Self {
        self.put_body("application/octet-stream", body);
        self
    }
}

/// What [`FilesService::root`] stands for.
#[derive(Debug)]
pub enum RootCall {}

impl Operation for RootCall {
    type Output = models::File;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`FilesService::get`] stands for.
#[derive(Debug)]
pub enum GetCall {}

impl Operation for GetCall {
    type Output = models::File;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

/// What [`FilesService::delete`] stands for.
#[derive(Debug)]
pub enum DeleteCall {}

impl Operation for DeleteCall {
    type Output = ();

    fn read(_: Reply) -> Result<Self::Output> {
        Ok(())
    }
}

impl Call<DeleteCall> {
    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}

/// What [`FilesService::update`] stands for.
#[derive(Debug)]
pub enum UpdateCall {}

impl Operation for UpdateCall {
    type Output = models::File;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<UpdateCall> {
    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }
}

/// What [`FilesService::download`] stands for.
#[derive(Debug)]
pub enum DownloadCall {}

impl Operation for DownloadCall {
    type Output = Download;
    const STREAMS: bool = true;

    fn read(reply: Reply) -> Result<Self::Output> {
        Ok(Download::new(reply))
    }
}

impl Call<DownloadCall> {
    /// The part that is wanted, in bytes.
    pub fn range(mut self, range: &str) -> Self {
        self.put_header("Range", Style::SIMPLE, &range.to_owned());
        self
    }

    /// The entity tag, or the date, of the version that a range is wanted of; the whole is sent of
    /// another one.
    pub fn if_range(mut self, if_range: &str) -> Self {
        self.put_header("If-Range", Style::SIMPLE, &if_range.to_owned());
        self
    }

    /// The entity tags one of which the object must have, or `*` for whatever is there.
    pub fn if_match(mut self, if_match: &str) -> Self {
        self.put_header("If-Match", Style::SIMPLE, &if_match.to_owned());
        self
    }

    /// The entity tags none of which the object must have, or `*`.
    pub fn if_none_match(mut self, if_none_match: &str) -> Self {
        self.put_header("If-None-Match", Style::SIMPLE, &if_none_match.to_owned());
        self
    }
}

/// What [`FilesService::replace`] stands for.
#[derive(Debug)]
pub enum ReplaceCall {}

impl Operation for ReplaceCall {
    type Output = models::File;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Call<ReplaceCall> {
    /// The bytes; their media type is kept, or guessed from the name without one.
    pub fn body(mut self, body: impl Into<Body>) -> Self {
        self.put_body("application/octet-stream", body);
        self
    }
}
