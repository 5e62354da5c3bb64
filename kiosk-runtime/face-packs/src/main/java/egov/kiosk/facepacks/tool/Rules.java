package egov.kiosk.facepacks.tool;

import egov.kiosk.facepacks.store.PackStore;
import egov.kiosk.facepacks.store.StoreRules;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.selftest.SelfTest;
import egov.kiosk.identity.trust.ShippedPacks;
import egov.kiosk.identity.trust.Sm2PackTrust;
import egov.kiosk.identity.trust.TrustSettings;
import egov.kiosk.identity.vision.OpenCvNative;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Reads the rules out of a command's options: the kiosk's own configuration. */
final class Rules {
  private Rules() {}

  static PackStore store(Words words) throws AskedWronglyException, FacePackException, IOException {
    return PackStore.open(Path.of(words.demand("store")), of(words));
  }

  static StoreRules of(Words words) throws AskedWronglyException {
    try {
      Set<String> pins =
          words.options().containsKey("pins")
              ? Set.of(words.option("pins").map(text -> text.split(",")).orElse(new String[0]))
              : ShippedPacks.pins();
      TrustSettings trust =
          new TrustSettings(
              pins,
              words.option("authorities").map(Path::of),
              words.option("maker").orElse("face-pack-maker"),
              words.option("own").map(Path::of));
      FacePolicy policy =
          new FacePolicy(
              Double.parseDouble(words.option("far").orElse("1e-4")),
              Double.parseDouble(words.option("review-far").orElse("1e-3")));
      return new StoreRules(
          Sm2PackTrust.forInstalling(trust, Clock.systemUTC()),
          Sm2PackTrust.forInstalled(trust, Clock.systemUTC()),
          pack -> {
            OpenCvNative.load();
            new SelfTest(pack).run();
          },
          policy);
    } catch (IllegalArgumentException e) {
      throw new AskedWronglyException(e.getMessage());
    }
  }

  /** Why a pack that is being made is believed: whoever makes it is the one to ask. */
  static String making(byte[] manifest, Optional<byte[]> signature) {
    return "being made";
  }
}
