package egov.kiosk.documents.component;

import egov.kiosk.documents.SealedSlips;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.Documents;
import egov.kiosk.domain.document.SlipKeeper;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers to keep slips as long as a seal is configured and attachments are taken. */
@Component(service = SlipKeeper.class)
public final class SealedSlipsComponent implements SlipKeeper {
  /** Without the setting there is nothing to offer, and no reason to complain at each slip. */
  private static final String WITH_A_SEAL = "(&(sealFile=*)(!(sealFile=)))";

  private final SlipKeeper slips;

  /** Makes nothing yet. */
  @Activate
  public SealedSlipsComponent(
      @Reference(target = WITH_A_SEAL) Documents documents, @Reference Attachments attachments) {
    slips = new SealedSlips(documents, attachments);
  }

  @Override
  public void keep(TransactionId transaction, Slip slip, Instant at) throws DocumentException {
    slips.keep(transaction, slip, at);
  }
}
