package egov.kiosk.fieldwork.component;

import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.transaction.Catalogue;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Who is there now; a worker types on while any of them is not. */
@Component(service = Neighbours.class)
public final class Neighbours {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Outbox outbox;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile EnvelopeSealer sealer;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Attachments attachments;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Catalogue catalogue;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Connectivity connectivity;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile IdCardReader reader;

  Optional<IdCardReader> reader() {
    return Optional.ofNullable(reader);
  }

  Optional<Outbox> outbox() {
    return Optional.ofNullable(outbox);
  }

  Optional<EnvelopeSealer> sealer() {
    return Optional.ofNullable(sealer);
  }

  Optional<Attachments> attachments() {
    return Optional.ofNullable(attachments);
  }

  Optional<Catalogue> catalogue() {
    return Optional.ofNullable(catalogue);
  }

  Optional<Connectivity> connectivity() {
    return Optional.ofNullable(connectivity);
  }
}
