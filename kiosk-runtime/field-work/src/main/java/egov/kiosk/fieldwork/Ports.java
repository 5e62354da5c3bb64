package egov.kiosk.fieldwork;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.transaction.Catalogue;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is needed around this room, as they are at the moment of the call; any may not be there while
 * the runtime starts, and typing goes on all the same.
 *
 * @param outbox the queue
 * @param sealer seals for the platform
 * @param attachments takes photos
 * @param catalogue the platform's forms
 * @param connectivity whether there is a line
 * @param audit where everything is recorded
 * @param digest SM3
 * @param cipher SM4 under keys of its own making
 * @param reader reads residents' cards, where the tablet has one
 */
public record Ports(
    Supplier<Optional<Outbox>> outbox,
    Supplier<Optional<EnvelopeSealer>> sealer,
    Supplier<Optional<Attachments>> attachments,
    Supplier<Optional<Catalogue>> catalogue,
    Supplier<Optional<Connectivity>> connectivity,
    Supplier<AuditLog> audit,
    Sm3Digest digest,
    ChunkCipher cipher,
    Supplier<Optional<IdCardReader>> reader) {}
