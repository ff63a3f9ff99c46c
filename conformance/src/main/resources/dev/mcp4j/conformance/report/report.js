document.querySelectorAll('.filters button').forEach(function (button) {
  button.addEventListener('click', function () {
    var wanted = button.dataset.status;
    document.querySelectorAll('.filters button').forEach(function (other) { other.classList.toggle('on', other === button); });
    document.querySelectorAll('section.page').forEach(function (page) {
      var shown = 0;
      page.querySelectorAll('tr[data-status]').forEach(function (row) {
        var fits = wanted === 'all' || row.dataset.status.split(' ').indexOf(wanted) >= 0;
        row.style.display = fits ? '' : 'none';
        shown += fits ? 1 : 0;
      });
      page.style.display = shown ? '' : 'none';
    });
  });
});
