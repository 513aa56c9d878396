// The page around the element: the hidden link out, and a height that follows the keyboard on phones that
// slide the page up instead of making room.

interface Leaves extends HTMLElement {
  exit(): void;
}

const chat = document.querySelector<Leaves>('keel-chat');

document.getElementById('leave')?.addEventListener('click', (event) => {
  if (!chat?.exit) return;
  event.preventDefault();
  chat.exit();
});

const seen = window.visualViewport;
seen?.addEventListener('resize', () => {
  const zoomed = seen.scale > 1.01;
  const covered = innerHeight - seen.height > 80;
  document.body.style.height = covered && !zoomed ? `${seen.height}px` : '';
  if (covered && !zoomed) scrollTo(0, 0);
});

export {};
