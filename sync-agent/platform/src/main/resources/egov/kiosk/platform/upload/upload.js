// Makes the photo small enough on the telephone itself, as a plain JPEG without place or time, and sends it.
const LONGEST = 2000;
const LARGEST = 1_900_000;
const say = (text) => { document.getElementById('say').textContent = text; };
const send = document.getElementById('send');
const look = document.getElementById('look');
let picture = null;

document.getElementById('photo').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  if (!file) return;
  say('正在准备');
  try {
    picture = await smaller(file);
    look.src = URL.createObjectURL(picture);
    look.hidden = false;
    send.hidden = false;
    document.body.className = 'chosen';
    document.querySelector('.choose').textContent = '换一张';
    say('看一看，字看得清吗？看得清就上传。');
  } catch {
    say('这张照片打不开。请再拍一张。');
  }
});

send.addEventListener('click', async () => {
  if (!picture) return;
  send.disabled = true;
  say('正在上传');
  try {
    const answer = await fetch(location.pathname, { method: 'PUT', headers: { 'Content-Type': 'image/jpeg' }, body: picture });
    say(answer.ok ? '传好了。请看机器的屏幕。' : '传不上去。请在机器上重新来一次。');
    send.hidden = answer.ok;
  } catch {
    say('网络不通。请再按一次上传。');
  }
  send.disabled = false;
});

async function smaller(file) {
  const image = await createImageBitmap(file);
  const share = Math.min(1, LONGEST / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * share);
  canvas.height = Math.round(image.height * share);
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  for (const quality of [0.85, 0.7, 0.5, 0.3]) {
    const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', quality); });
    if (blob && blob.size <= LARGEST) return blob;
  }
  throw new Error('too large');
}
