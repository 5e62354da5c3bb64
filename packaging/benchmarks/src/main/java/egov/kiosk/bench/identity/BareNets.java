package egov.kiosk.bench.identity;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.ModelInput;
import egov.kiosk.identity.pack.ModelRole;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/** Forward passes of a pack's networks and nothing else. */
final class BareNets {
  private final Net detector;
  private final Net landmarker;
  private final Net embedder;

  BareNets(FacePack pack) {
    detector = net(pack, ModelRole.DETECTOR);
    landmarker = net(pack, ModelRole.LANDMARKER);
    embedder = net(pack, ModelRole.EMBEDDER);
  }

  private static Net net(FacePack pack, ModelRole role) {
    Net net = Dnn.readNetFromONNX(new MatOfByte(pack.model(role)));
    ModelInput input = pack.entry(role).input();
    int[] shape = {1, input.channels().channels(), input.height(), input.width()};
    net.setInput(new Mat(shape, CvType.CV_32F, Scalar.all(0.1)));
    return net;
  }

  void detect() {
    detector.forward("scores").release();
    detector.forward("boxes").release();
  }

  void landmarks() {
    landmarker.forward().release();
  }

  void embed() {
    embedder.forward().release();
  }
}
