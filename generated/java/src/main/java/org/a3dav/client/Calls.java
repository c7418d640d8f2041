package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** What services are made of. */
abstract class Calls {
    final Core core;

    Calls(Core core) {
        this.core = core;
    }

    <T> CompletableFuture<T> async(Callable<T> work) {
        return core.async(work);
    }

    CompletableFuture<Void> asyncRun(Runnable work) {
        return core.async(() -> {
            work.run();
            return null;
        });
    }

    /** Sends a request whose answer says nothing but that it was done. */
    void perform(Request request, CallOption... options) {
        core.send(request, options);
    }

    /** Sends a request and reads the answer as JSON; null is an answer without a body where that is told. */
    <T> T fetch(Request request, Codec<T> codec, CallOption... options) {
        Answer found = core.send(request, options);
        if (request.isOptional() && found.body().length == 0) {
            return null;
        }
        return read(request, found, codec);
    }

    static <T> T read(Request request, Answer found, Codec<T> codec) {
        try {
            JsonNode json = Json.read(found.body());
            if (json.isNull() && !codec.takesNull()) {
                throw new Mismatch("the answer is null");
            }
            return codec.read(json);
        } catch (Mismatch e) {
            throw ApiException.decode(e.getMessage(), found, request);
        }
    }

    TextAnswer text(Request request, CallOption... options) {
        Answer found = core.send(request, options);
        if (request.isOptional() && found.status() == 204) {
            return null;
        }
        return new TextAnswer(utf8(request, found), found.header("ETag"), found.header("Content-Type"));
    }

    static String utf8(Request request, Answer found) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(found.body())).toString();
        } catch (CharacterCodingException e) {
            throw ApiException.decode("the text is not UTF-8", found, request);
        }
    }

    Download download(Request request, CallOption... options) {
        Answer found = core.send(request.open(), options);
        Download made = new Download(found);
        if (request.isOptional() && found.status() == 204) {
            made.close();
            return null;
        }
        return made;
    }

    <T> Paged<T> paged(Request request, PageRule rule, Codec<T> item, CallOption... options) {
        return new Paged<>(core, request, rule, item, options);
    }

    <T> EventStream<T> events(Request request, Codec<T> item, CallOption... options) {
        return new EventStream<>(core, request, item, options);
    }

    <T> LineStream<T> lines(Request request, Codec<T> item, CallOption... options) {
        return new LineStream<>(core, request, item, options);
    }
}
