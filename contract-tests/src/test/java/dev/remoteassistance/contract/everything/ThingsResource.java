package dev.remoteassistance.contract.everything;

import dev.remoteassistance.everything.api.ThingsApi;
import dev.remoteassistance.everything.model.ClosedObject;
import dev.remoteassistance.everything.model.Colour;
import dev.remoteassistance.everything.model.FindThingsSizeParameter;
import dev.remoteassistance.everything.model.Parameters;
import dev.remoteassistance.everything.model.Thing;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives back what it gets. */
public final class ThingsResource implements ThingsApi {

    @Override
    public CompletionStage<Response> createThing(Thing thing, String clientRequestId) {
        return CompletableFuture.completedFuture(Response.ok(thing).build());
    }

    @Override
    public CompletionStage<Response> findThings(
            String clientRequestId,
            String text,
            String code,
            String uid,
            String day,
            OffsetDateTime at,
            Integer count,
            Long longCount,
            BigInteger hugeCount,
            BigDecimal amount,
            Boolean flag,
            Colour colour,
            FindThingsSizeParameter size,
            String headerText,
            Integer headerCount,
            Colour headerColour) {
        Parameters parameters = new Parameters()
                .text(text)
                .code(code)
                .uid(uid)
                .day(day)
                .at(at == null ? null : at.toString())
                .count(count)
                .longCount(longCount)
                .hugeCount(hugeCount)
                .amount(amount)
                .flag(flag)
                .colour(colour == null ? null : colour.getValue())
                .size(size == null ? null : size.getValue())
                .xText(headerText)
                .xCount(headerCount)
                .xColour(headerColour == null ? null : headerColour.getValue());
        return CompletableFuture.completedFuture(Response.ok(parameters).build());
    }

    @Override
    public CompletionStage<Response> replaceThing(
            String thingId, Integer number, Boolean needed, ClosedObject body, String clientRequestId) {
        return CompletableFuture.completedFuture(Response.noContent().build());
    }
}
