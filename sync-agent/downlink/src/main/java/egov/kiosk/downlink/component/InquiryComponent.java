package egov.kiosk.downlink.component;

import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.FleetListener;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.fleet.QuestionCodec;
import egov.kiosk.domain.fleet.QuestionSealer;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.downlink.inquiry.LineInquiries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers the asking of the platform over the line; nothing to configure. */
@Component(service = {Inquiries.class, FleetListener.class})
public final class InquiryComponent implements Inquiries, FleetListener {
  private final AtomicReference<FleetLine> line = new AtomicReference<>();
  private final LineInquiries inquiries;

  @Activate
  public InquiryComponent(
      @Reference QuestionSealer sealer,
      @Reference QuestionCodec codec,
      @Reference OrderVerifier verifier,
      @Reference ChunkCipher cipher) {
    inquiries =
        new LineInquiries(
            new LineInquiries.Crypto(sealer, codec, verifier, cipher),
            () -> Optional.ofNullable(line.get()),
            InstantSource.system(),
            System::nanoTime);
  }

  @Override
  public InquiryAnswer ask(Asking question, Duration timeout) throws InquiryException {
    return inquiries.ask(question, timeout);
  }

  @Override
  public void received(DownChannel channel, byte[] payload) {
    inquiries.received(channel, payload);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindLine(FleetLine service) {
    line.set(service);
  }

  void unbindLine(FleetLine service) {
    line.compareAndSet(service, null);
  }
}
