package egov.kiosk.facepacks.tool;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.DeviceEnrolments;
import egov.kiosk.crypto.custody.FileCustody;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.custody.KeyFiles;
import egov.kiosk.crypto.custody.Passphrase;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.PackManifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * {@code sign FOLDER --key FILE --certificate FILE [--passphrase FILE]}: signs the manifest of a
 * whole pack with a key in a file, a maker's or this kiosk's own; with {@code --custody.ATTRIBUTE
 * VALUE...} in their place, with the key in the device that they name, which never leaves it.
 */
final class SignCommand {
  private final Words words;

  SignCommand(Words words) {
    this.words = words;
  }

  void run(PrintWriter out)
      throws AskedWronglyException, FacePackException, CryptoException, IOException {
    Path folder = Path.of(words.word(0, "the folder of the pack"));
    FacePack pack = FacePack.read(folder, Rules::making);
    byte[] manifest = Files.readAllBytes(folder.resolve(PackManifest.FILE_NAME));
    try (KeyCustody custody = custody()) {
      byte[] signature = SignedMessage.sign(custody.signing(), manifest).contentInfo();
      Files.write(folder.resolve(PackManifest.SIGNATURE_NAME), signature);
    }
    out.println(pack.id() + " is signed; " + PackManifest.SIGNATURE_NAME + " lies beside it");
  }

  private KeyCustody custody() throws AskedWronglyException, CryptoException {
    Map<String, String> device = words.device();
    if (device.isEmpty()) {
      return FileCustody.open(files(), new SecureRandom());
    }
    if (words.option("key").isPresent()) {
      throw new AskedWronglyException("a key in a file or one in a device, not both");
    }
    try {
      return ServiceLoader.load(DeviceEnrolments.class, SignCommand.class.getClassLoader())
          .findFirst()
          .orElseThrow(
              () -> new AskedWronglyException("this installation knows no devices for keys"))
          .custody(device);
    } catch (IllegalArgumentException e) {
      throw new AskedWronglyException(e.getMessage());
    }
  }

  private KeyFiles files() throws AskedWronglyException {
    return new KeyFiles(
        new KeyFiles.Pair(Path.of(words.demand("key")), Path.of(words.demand("certificate"))),
        Optional.empty(),
        words.option("passphrase").map(file -> new Passphrase(Path.of(file), Optional.empty())));
  }
}
