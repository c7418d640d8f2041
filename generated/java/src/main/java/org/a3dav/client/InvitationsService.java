package org.a3dav.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What others offer to share. */
public final class InvitationsService extends Calls {
    InvitationsService(Core core) {
        super(core);
    }

    /**
     * List invitations
     *
     * <p>What others offered to share, whatever one made of it, the oldest first.
     */
    public Paged<Invitation> list(InvitationsListParams params, CallOption... options) {
        Request request = new Request(
            "invitations.list", "GET", Identity.BASE_PATH + "/invitations", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inQuery("state", params.state(), InvitationState.CODEC, new Style("form", true))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), Invitation.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<Invitation> list(CallOption... options) {
        return list(InvitationsListParams.builder().build(), options);
    }

    /**
     * Accept or decline an invitation
     *
     * <p>What is accepted stands among one's own calendars or address books; what is declined does not, or no
     * more.
     */
    public Invitation answer(String invitationId, InvitationAnswer body, CallOption... options) {
        Request request = new Request(
            "invitations.answer", "PUT", Identity.BASE_PATH + "/invitations/{invitationId}/answer", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept("application/json"))
            .inPath("invitationId", invitationId, Codecs.TEXT, new Style("simple", false))
            .json(body, InvitationAnswer.CODEC, "application/json");
        return fetch(request, Invitation.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Invitation> answerAsync(String invitationId, InvitationAnswer body, CallOption... options) {
        return async(() -> answer(invitationId, body, options));
    }
}
